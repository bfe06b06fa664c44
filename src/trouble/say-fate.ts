import type { Fate } from '../kept/engine.ts';
import { clock } from '../ui/clock.ts';

const causes: { [name: string]: string } = {
	QuotaExceededError: '浏览器给本站的空间用完了',
	gone: '已经在另一个窗口删除了',
	unreadable: '存着的这一项读不出来，没有覆盖它',
};

export function sayFate(fate: Fate | undefined, memoryOnly: string | undefined): string {
	if (!fate) return '';
	if (fate.state === 'saving') return '正在保存……';
	if (fate.state === 'failed')
		return `没有存下：${causes[fate.why] ?? '浏览器没有写成'}。文字还在这一页，请先下载备份。`;
	if (fate.state === 'gone') return '存着的没有了，还在这一页上';
	return memoryOnly === undefined ? `已保存 ${clock(fate.at)}` : '只记在这一页上，关掉就没有了';
}
