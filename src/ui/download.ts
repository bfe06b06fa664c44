import { fileName, type Parts } from './file-name.ts';
import type { Instead } from './no-downloads.ts';

/** WeChat shows pages but saves no files, and says nothing when it does not. */
const savesNoFiles = (): boolean => /MicroMessenger/i.test(navigator.userAgent);

/**
 * Hands something to the browser as a file; the one place that saves downloads. False where none is saved, and how to
 * go on is said, with what is given `instead`.
 */
export function download(parts: Parts, content: Blob, instead?: Instead): boolean {
	if (savesNoFiles()) {
		import('./no-downloads.ts').then(
			({ sayHowToSave }) => sayHowToSave(instead),
			() => alert('微信里不能保存文件，请在浏览器打开。'),
		);
		return false;
	}
	const link = document.createElement('a');
	link.href = URL.createObjectURL(content);
	link.download = fileName(parts);
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
	return true;
}

export const json = (text: string): Blob => new Blob([text], { type: 'application/json' });
