/** Something wrong in a content file, told so that its author can mend it. */
export interface Fault {
	file: string;
	line?: number;
	problem: string;
	remedy: string;
}

export class ContentError extends Error {
	override name = 'ContentError';
	readonly faults: Fault[];

	constructor(faults: Fault[]) {
		super(faults.map(describeFault).join('\n'));
		this.faults = faults;
	}
}

function describeFault({ file, line, problem, remedy }: Fault): string {
	return `${file}${line === undefined ? '' : `:${line}`}: ${problem} ${remedy}`;
}
