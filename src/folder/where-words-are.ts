/* What one must know before typing into a page that was opened from a folder. */

const notice = (text: string): HTMLElement => {
	const words = document.createElement('p');
	words.className = 'notice calm on-screen';
	words.textContent = text;
	return words;
};

const underTitle = (words: HTMLElement) => document.querySelector('main h1')?.after(words);

/** Said where something is typed that is kept. */
export function whereWordsAre(): void {
	// A check that is open was begun where this was said.
	if (document.getElementById('results') || new URLSearchParams(location.search).has('check')) return;
	underTitle(
		notice(
			'这一页是从文件夹打开的。填的内容存在这台电脑的这个浏览器里，不在文件夹里：换电脑、换浏览器，要先下载备份再带过去。这台电脑上的其他网页文件也能读到这里存的内容，来历不明的网页文件不要打开。',
		),
	);
}

/** The scripts beside the page are not all there. */
export const saidHere = (): void =>
	underTitle(notice('这里的脚本没有读到，多半是文件夹没有拷全，或者没有解开压缩包。请重新解开整个压缩包，再打开。'));
