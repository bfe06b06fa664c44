import type { Fate } from '../../kept/engine.ts';
import { clock } from '../../ui/clock.ts';
import type { Entry } from './walk-session.ts';

const causes: { [name: string]: string } = {
	QuotaExceededError: '浏览器给本站的空间用完了',
	unreadable: '原来存着的读不出来，没有覆盖它',
};

export const sayFailure = ({ why }: Extract<Fate, { state: 'failed' }>): string =>
	`没有存下：${causes[why] ?? '浏览器没有写成'}。写的还在这一页上。`;

export const saySaved = (at: string, memoryOnly: string | undefined): string =>
	memoryOnly === undefined ? `已保存 ${clock(at)}` : '只记在这一页上，关掉就没有了';

export const sayUnreadable = ({ state }: NonNullable<Entry['unreadable']>): string =>
	state === 'newer'
		? '这一条是更新的版本记下的，这里读不了，原样留着。请用新版打开。'
		: '这一条存着的内容坏了，读不出来，原样留着，没有覆盖。';
