/**
 * What stands in for a file: a backup that self-checks read back, or words for people. Where a self-check's paper has
 * neither, its backup can be taken along; without anything, the file can be made anew elsewhere.
 */
export type Instead = { backup: string } | { words: string } | 'check';

const outside = '点右上角的“…”，选“在浏览器打开”，到浏览器里';

function saying(instead: Instead | undefined): { said: string; label?: string; text?: string } {
	if (instead === undefined) return { said: `请${outside}下载。` };
	if (instead === 'check')
		return {
			said: `请${outside}做。在微信里填的内容只在微信里，自查的内容可以带过去：先在自查里点“下载备份”。`,
		};
	if ('backup' in instead)
		return {
			said: `请先把下面的内容全部复制，再${outside}打开“自查”，在“带回，合并，对比”里粘贴。`,
			label: '备份内容',
			text: instead.backup,
		};
	return {
		said: '在微信里填的内容只在微信里。请把下面的文字全部复制，粘贴到备忘录或者文档里留好。',
		label: '可以复制的文字',
		text: instead.words,
	};
}

/** Says in place of a download how to go on; what can be copied is there to be copied. */
export function sayHowToSave(instead: Instead | undefined): void {
	document.querySelector('.word[role="alert"]')?.remove();
	const { said, label, text } = saying(instead);
	const box = document.createElement('div');
	box.className = 'word';
	box.setAttribute('role', 'alert');
	const words = document.createElement('p');
	words.textContent = `微信里不能保存文件。${said}`;
	box.append(words);
	if (label !== undefined && text !== undefined) {
		const field = document.createElement('textarea');
		field.readOnly = true;
		field.rows = 3;
		field.value = text;
		field.setAttribute('aria-label', label);
		field.onfocus = () => field.select();
		box.append(field);
	}
	const close = document.createElement('button');
	close.textContent = '知道了';
	close.onclick = () => box.remove();
	box.append(close);
	document.body.append(box);
}
