import { container, deleteCaches, own, remember, root, wholeCaches, worker } from './site.ts';

/* The state of what is kept for use without a network, and what can be done about it, on the page about the site. */

interface List {
	version: string;
	bytes: number;
}

const readList = async (): Promise<List> => (await fetch(`${root}offline.json`, { cache: 'no-store' })).json();

const sizeOf = ({ bytes }: List) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Shows it in `box` until it is `over`; then the box is as it was served. */
export function showState(box: HTMLElement, over: AbortSignal): void {
	const served = [...box.childNodes];
	/** One for all that is said: what comes with its words may go unread. */
	const said = document.createElement('p');
	said.setAttribute('role', 'status');
	said.tabIndex = -1;
	over.addEventListener('abort', () => box.replaceChildren(...served));

	const show = (text: string, ...buttons: [string, () => Promise<void>][]) => {
		if (over.aborted) return;
		if (!box.contains(said)) box.replaceChildren(said);
		// The button that was pressed goes; the keyboard stays where it was.
		if (box.contains(document.activeElement)) said.focus();
		said.textContent = text;
		said.nextElementSibling?.remove();
		if (buttons.length === 0) return;
		const tools = document.createElement('p');
		tools.className = 'tools';
		for (const [name, work] of buttons) {
			const button = document.createElement('button');
			button.textContent = name;
			button.onclick = () => void work();
			tools.append(button);
		}
		box.append(tools);
	};

	async function download(list: List): Promise<void> {
		show(`正在下载离线包（${sizeOf(list)}），可以照常用，不用等。`);
		remember('on');
		try {
			const registration = await container?.register(worker, { updateViaCache: 'none' });
			const coming = registration?.installing;
			if (coming)
				await new Promise<void>((done, fail) => {
					const turn = () => {
						if (coming.state === 'installed' || coming.state === 'activated') done();
						if (coming.state === 'redundant') fail(new Error(coming.state));
					};
					coming.addEventListener('statechange', turn, { signal: over });
				});
			await look();
		} catch {
			show('离线包没有下载成，可能是网络断了，或者这台电脑上没有地方了。已经有的内容都还在，可以再试。', [
				'再下载一次',
				() => download(list),
			]);
		}
	}

	/** The browser has cleared what the worker kept, and left the worker. */
	async function refill(keeper: ServiceWorker, list: List | undefined): Promise<void> {
		show('离线包被浏览器清理了，正在重新下载，可以照常用，不用等。');
		const { port1, port2 } = new MessageChannel();
		const done = new Promise<boolean>((heard) => {
			port1.onmessage = ({ data }) => heard(data === true);
		});
		keeper.postMessage('fill', [port2]);
		if ((await done) && (await wholeCaches()).length > 0) await look();
		else
			show(
				'离线包被浏览器清理了，没有重新下载成，可能是网络断了。有网的时候照常能用。',
				...(list ? [['再下载一次', () => refill(keeper, list)] as [string, () => Promise<void>]] : []),
			);
	}

	async function remove(): Promise<void> {
		remember('off');
		await (await own())?.unregister();
		await deleteCaches();
		await look();
	}

	async function look(): Promise<void> {
		if (!container) {
			if (!location.host) show('这一页是从文件夹打开的，本来就不用联网：读、搜、自查、现场检查和做题都能用。');
			else if (isSecureContext) show('这个浏览器不能离线使用本站。');
			else
				show(
					'这个地址不是 HTTPS，浏览器不让网站离线使用。要离线用，可以请管理员把压缩包拷贝到本机：整个解开，双击“双击这里打开.html”，读、搜、自查和做题都能用。',
				);
			return;
		}
		const registration = await own();
		const coming = registration?.installing;
		if (coming && !registration.active && !registration.waiting) {
			show('正在下载离线包，可以照常用，不用等。');
			coming.addEventListener('statechange', () => void look(), { once: true, signal: over });
			return;
		}
		const list = await readList().catch(() => undefined);
		if (registration?.active && !registration.waiting && (await wholeCaches()).length === 0) {
			await refill(registration.active, list);
			return;
		}
		if (registration?.active || registration?.waiting) {
			show(
				registration.active && registration.waiting
					? '离线包已下载，断了网也能用。有新版已经下载好，换上以后生效。'
					: `离线包已下载${list ? `（${sizeOf(list)}）` : ''}，断了网也能读、能搜、能自查、能做题。`,
				['删除离线包', remove],
			);
			return;
		}
		if (list) show(`离线包没有下载。下载以后断了网也能用，要 ${sizeOf(list)}。`, ['下载离线包', () => download(list)]);
		else show('离线包没有下载，现在也没有连上网。');
	}

	void look();
}
