/* What is pasted from Word comes as its text; what a field cannot hold is said, and nothing else is changed. */

const lostIn = (data: DataTransfer): string[] => {
	const html = data.getData('text/html');
	const pictures =
		/<(img|v:imagedata|svg)\b/i.test(html) || [...data.items].some(({ type }) => type.startsWith('image/'));
	return [...(pictures ? ['图片'] : []), ...(/<table\b/i.test(html) ? ['表格的格线'] : [])];
};

/** Tells below a long field what of a paste did not go into it. */
export function tellPasted(form: HTMLElement): () => void {
	const tell = (event: ClipboardEvent) => {
		const { target, clipboardData } = event;
		if (!(target instanceof HTMLTextAreaElement) || !clipboardData) return;
		const lost = lostIn(clipboardData);
		const said = target.closest('.fact')?.querySelector('.pasted');
		if (said) said.textContent = lost.length > 0 ? `贴进来的是文字；${lost.join('和')}放不进这一栏，没有带进来。` : '';
	};
	form.addEventListener('paste', tell);
	return () => form.removeEventListener('paste', tell);
}
