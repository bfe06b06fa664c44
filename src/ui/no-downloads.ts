/** Says in place of a download how to go on; what can be read back by its text is there to be copied. */
export function sayHowToSave(text: string | undefined): void {
	document.querySelector('.word[role="alert"]')?.remove();
	const box = document.createElement('div');
	box.className = 'word';
	box.setAttribute('role', 'alert');
	const said = document.createElement('p');
	said.textContent =
		'微信里不能保存文件。请点右上角的“…”，选“在浏览器打开”，到浏览器里做。在微信里填的内容只在微信里，自查的内容可以带过去：先在自查里点“下载备份”。';
	box.append(said);
	if (text !== undefined) {
		said.textContent =
			'微信里不能保存文件。请先把下面的内容全部复制，再点右上角的“…”，选“在浏览器打开”，到浏览器里打开“自查”，在“带回，合并，对比”里粘贴。';
		const field = document.createElement('textarea');
		field.readOnly = true;
		field.rows = 3;
		field.value = text;
		field.setAttribute('aria-label', '备份内容');
		field.onfocus = () => field.select();
		box.append(field);
	}
	const close = document.createElement('button');
	close.textContent = '知道了';
	close.onclick = () => box.remove();
	box.append(close);
	document.body.append(box);
}
