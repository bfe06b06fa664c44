import type { Unread } from '../kept/kind.ts';

interface Props {
	/** What is stored of a field, where it cannot be read. */
	found: Unread | undefined;
	/** How it is taken along. */
	backup: string;
}

/** Said at a field that is shut. */
export const SayUnread = ({ found, backup }: Props) =>
	found ? (
		<p class="notice">
			{found.state === 'newer'
				? '这一栏是更新的版本记下的，这里读不了，原样留着。请用新版打开。'
				: `这一栏存着的内容坏了，读不出来，原样留着，没有覆盖。${backup}`}
		</p>
	) : null;
