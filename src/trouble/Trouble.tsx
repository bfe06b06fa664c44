import { atom, type ReadableAtom } from 'nanostores';
import { $doubt } from '../kept/doubt.ts';
import type { Fate } from '../kept/engine.ts';
import { useStore } from '../ui/use-store.ts';

interface Props {
	/** What the page keeps, as far as it is asked here. */
	keeping?: { $fates: ReadableAtom<{ [id: string]: Fate }>; storeAgain: () => void };
	/** Hands over a file; where the page has none, it says where one is. */
	save?: () => void;
	/** What is known of why everything is gone. */
	gone?: string | false;
}

/** Of a page that keeps nothing itself. */
const nothing = { $fates: atom<{ [id: string]: Fate }>({}), storeAgain: () => {} };

/** Said where this page has the last of something, or where the word of storage is not enough. */
export function Trouble({ keeping = nothing, save, gone }: Props) {
	const any = (fates: { [id: string]: Fate }, state: Fate['state']) =>
		Object.values(fates).some((fate) => fate?.state === state);
	const last = useStore(keeping.$fates, (fates) => any(fates, 'gone'));
	const failing = useStore(keeping.$fates, (fates) => any(fates, 'failed'));
	const doubted = useStore($doubt, (since) => since !== undefined);
	const file = save ? (
		<button type="button" onClick={save}>
			下载一份备份
		</button>
	) : (
		'请在下面“带回，合并，对比”里下载一份备份。'
	);
	return (
		<>
			{(last || gone) && (
				<p class="notice" role="alert" data-trouble="gone">
					{gone || '存着的内容没有了：在另一个窗口里删除了，或者被浏览器清理了。'}写的还在这一页上，是最后一份。{' '}
					<button type="button" onClick={keeping.storeAgain}>
						存回这台电脑
					</button>{' '}
					{file}
				</p>
			)}
			{doubted && !failing && (
				<p class="notice" role="alert" data-trouble="doubt">
					这个浏览器出过存不下的事，后来存下的，重新打开浏览器以后也可能没有了，请把内容备份成文件。 {file}
				</p>
			)}
		</>
	);
}
