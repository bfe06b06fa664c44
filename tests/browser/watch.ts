import type { Page } from '@playwright/test';

const site = 'localhost:4180';

/** Whatever a page must never do: complain, ask, fail to fetch, or reach beyond the site. */
export function watch(page: Page): string[] {
	const wrongs: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') wrongs.push(message.text());
	});
	page.on('pageerror', ({ message }) => wrongs.push(message));
	page.on('dialog', (dialog) => {
		wrongs.push(dialog.message());
		void dialog.dismiss();
	});
	page.on('request', (request) => {
		const { protocol, host } = new URL(request.url());
		if (request.method() !== 'GET') wrongs.push(`${request.method()} ${request.url()}`);
		if (!['data:', 'blob:'].includes(protocol) && host !== site) wrongs.push(`request to ${host}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) wrongs.push(`${response.status()} ${response.url()}`);
	});
	return wrongs;
}
