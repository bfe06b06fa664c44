import { partOf } from '../../ui/part-of.ts';
import { takeOver } from '../../ui/take-over.ts';
import { ParcelApp } from './ParcelApp.tsx';

/** Brings the list of forms within `root` to life, until it is disposed of. */
export function mountParcel(root: HTMLElement): () => void {
	const end = takeOver(
		root,
		partOf(root, '#parcel'),
		<ParcelApp root={root} forms={JSON.parse(`${partOf(root, '#forms').textContent}`)} />,
	);
	return () => {
		end();
		for (const said of root.querySelectorAll('[data-form], [data-bars]')) said.textContent = '';
	};
}
