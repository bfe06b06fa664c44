import { inTableOrder } from '../../rubric/labels.ts';
import type { LineRecord } from '../../schemas/saved-check.ts';
import { unsettled } from '../../settling/unsettled.ts';
import { url } from '../../url.ts';
import type { Hint } from './hints.ts';

/* What a check has to say besides its points. */

type Labels = ReadonlyMap<string, string>;

const Links = ({ lines, labels }: { lines: readonly string[]; labels: Labels }) => (
	<span class="tools">
		{lines.map((line) => (
			<a key={line} href={`#${line}`}>
				{labels.get(line) ?? line}
			</a>
		))}
	</span>
);

/** Lines that two people wrote, where someone has to choose. */
export function Undecided({ lines, labels }: { lines: { [line: string]: LineRecord }; labels: Labels }) {
	const waiting = Object.entries(lines).flatMap(([line, record]) => (unsettled(record) ? [line] : []));
	const open = inTableOrder(waiting, labels, (line) => line);
	return open.length === 0 ? null : (
		<div class="notice" role="alert">
			有 {open.length} 项两边写的不一样，都留着，要你来定：
			<Links lines={open} labels={labels} />
		</div>
	);
}

/** Lines whose record cannot be read here. */
export const Unread = ({ lines, labels }: { lines: readonly string[]; labels: Labels }) =>
	lines.length === 0 ? null : (
		<div class="notice">
			有 {lines.length} 项存着的内容读不出来，原样留着，当作没填：
			<Links lines={lines} labels={labels} />
		</div>
	);

interface PartProps {
	lines: readonly string[];
	labels: Labels;
	/** How many are not filled in yet. */
	left: number;
	/** Whose they are, and who says so. */
	by: string;
	sign: (by: string) => void;
	handIn: () => void;
}

/** What a colleague handed out to be filled in here; once it is, how to hand it in. */
export const Part = ({ lines, labels, left, by, sign, handIn }: PartProps) => (
	<details class="notice calm" open>
		<summary>
			这是同事分给你填的 {lines.length} 项，{left > 0 ? `还有 ${left} 项没填完` : '都填过了，请把文件交回去'}
		</summary>
		<Links lines={lines} labels={labels} />
		<div class="tools">
			<label>
				你的名字（写在交回的文件里，可以不填）
				<input type="text" maxLength={20} value={by} onInput={({ currentTarget }) => sign(currentTarget.value)} />
			</label>
			<button type="button" class={left > 0 ? undefined : 'primary'} onClick={handIn}>
				下载交回的文件
			</button>
		</div>
	</details>
);

/** What does not seem to fit. */
export const Hints = ({ found }: { found: readonly Hint[] }) =>
	found.length === 0 ? null : (
		<details class="hints">
			<summary>核对一下：{found.length} 处可能不合常理，不影响填写</summary>
			<ul>
				{found.map(({ text, line, clause }) => {
					const [document = '', anchor] = clause?.split('#') ?? [];
					return (
						<li key={text}>
							{text} {line && <a href={`#${line}`}>去看</a>}
							{clause && <a href={url.document(document, anchor)}>原文</a>}
						</li>
					);
				})}
			</ul>
		</details>
	);
