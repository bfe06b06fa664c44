import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, type Page } from '@playwright/test';

/** Set by the long run: the site is opened from its folder, as by double-click. */
export const fromFolder = process.env.FROM_FOLDER === '1';

const folder = pathToFileURL(`${resolve('tests/.out/root')}/`).href;

const inFolder = (path: string): string => folder + path.slice(1).replace(/(^|\/)(?=[?#]|$)/, '$1index.html');

type Goto = Page['goto'];

interface Options {
	/** Whether the site keeps itself in the browser; else it is as if it had been told not to: each test would fetch all of it. */
	keepsItself: boolean;
}

const told = base.extend<Options & { untold: undefined }>({
	keepsItself: [false, { option: true }],
	untold: [
		async ({ browser, keepsItself }, use) => {
			const { newContext } = browser;
			if (!keepsItself)
				browser.newContext = async (options) => {
					const context = await newContext.call(browser, options);
					// Stored by the context itself it would take a page that is opened and closed again.
					await context.addInitScript(() => {
						if (location.origin === 'http://localhost:4180')
							for (const path of ['/', '/a/b/']) localStorage.setItem(`offline ${path}`, 'off');
					});
					return context;
				};
			await use(undefined);
			browser.newContext = newContext;
		},
		{ auto: true },
	],
});

/** Every page of every browser goes there. */
export const test = fromFolder
	? told.extend<{ everywhere: undefined }>({
			everywhere: [
				async ({ page }, use) => {
					const pages = Object.getPrototypeOf(page) as { goto: Goto };
					const { goto } = pages;
					pages.goto = function (this: Page, address, options) {
						return goto.call(this, address.startsWith('/') ? inFolder(address) : address, options);
					};
					await use(undefined);
					pages.goto = goto;
				},
				{ auto: true },
			],
		})
	: told;
