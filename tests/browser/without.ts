import type { Page } from '@playwright/test';

/* What a browser or a site may lack, for searching. */

export const withoutSegmenter = (page: Page) => page.addInitScript(() => Reflect.deleteProperty(Intl, 'Segmenter'));
export const withoutCatalogue = (page: Page) => page.route('**/data/search.json', (route) => route.abort());
