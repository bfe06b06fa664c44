export type Sheet = 'A4' | 'A3';

/** Prints the picture alone, lying, as large as the sheet: plan.css says how. */
export function printWall(sheet: Sheet): void {
	const { dataset } = document.documentElement;
	dataset.wall = sheet;
	addEventListener(
		'afterprint',
		() => {
			delete dataset.wall;
		},
		{ once: true },
	);
	print();
}
