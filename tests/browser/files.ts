import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/* Files that leave a page and come back to it. */

/** What a click gives as a file. */
export async function file(page: Page, button: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	const download = await coming;
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export const backup = async (page: Page): Promise<Buffer> => (await file(page, '下载备份')).bytes;

export async function openFiles(page: Page): Promise<void> {
	await page.goto('/check/');
	await page.locator('#bring').getByRole('button', { name: '打开' }).click();
	await expect(page.locator('input[type="file"]')).toBeVisible();
}

export interface Given {
	name: string;
	buffer: Buffer;
}

export const choose = (page: Page, files: readonly Given[]) =>
	page
		.locator('input[type="file"]')
		.setInputFiles(files.map(({ name, buffer }) => ({ name, buffer, mimeType: 'application/json' })));

export async function bringBack(page: Page, files: readonly Given[]): Promise<void> {
	await choose(page, files);
	await page.getByRole('button', { name: '带回来' }).click();
	await expect(page.locator('#bring')).toContainText('带回来了');
}

export const json = (value: unknown, name = 'a.json'): Given => ({ name, buffer: Buffer.from(JSON.stringify(value)) });

/** Everything of a browser in one file. */
export async function backupOfAll(page: Page): Promise<Given> {
	await openFiles(page);
	return { name: '全部.json', buffer: (await file(page, '下载全部备份')).bytes };
}

/** What a file says, as of an unknown hand: nothing says where it comes from. */
export const unsigned = (text: string) =>
	JSON.parse(text, (key, value: unknown) => (key === 'version' || key === 'seen' ? undefined : value));

/** A check as it stands in a file. */
interface InFile {
	check: { [field: string]: unknown };
	lines: { [line: string]: { [field: string]: unknown } };
	unreadable?: object;
}

/** A file of one pilot. */
export interface PilotFile {
	format: number;
	pilots: [
		{
			pilot: { id: string };
			facts?: { [fact: string]: object };
			walks?: { [clause: string]: object };
			checks: [InFile];
		},
	];
}

export const parsed = (bytes: Buffer): PilotFile => JSON.parse(bytes.toString());

/** The one check of a file. */
export const checkIn = ({ pilots: [{ checks }] }: PilotFile): InFile => checks[0];

/** The file with something of its check in place of what it has. */
export const withCheck = (file: PilotFile, change: object): object => ({
	...file,
	pilots: [{ ...file.pilots[0], checks: [{ ...checkIn(file), ...change }] }],
});
