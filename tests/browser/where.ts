import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, type Page } from '@playwright/test';

/** Set by the long run: the site is opened from its folder, as by double-click. */
export const fromFolder = process.env.FROM_FOLDER === '1';

const folder = pathToFileURL(`${resolve('tests/.out/root')}/`).href;

const inFolder = (path: string): string => folder + path.slice(1).replace(/(^|\/)(?=[?#]|$)/, '$1index.html');

type Goto = Page['goto'];

/** Every page of every browser goes there. */
export const test = fromFolder
	? base.extend<{ everywhere: undefined }>({
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
	: base;
