import { type ComponentChild, render } from 'preact';
import type { Keeping } from '../../kept/engine.ts';
import type { FormRecord } from '../../schemas/saved-form.ts';
import type { FactRecord } from '../../schemas/saved-pilot.ts';
import { FactAside, FormAside } from '../../settling/RecordAside.tsx';

const drawIn = (section: HTMLElement, drawn: ComponentChild) => {
	const slot = section.querySelector('[data-slot="aside"]');
	if (slot) render(drawn, slot);
};

export const factAside = (section: HTMLElement, keeping: Keeping<FactRecord>, id: string) =>
	drawIn(section, <FactAside keeping={keeping} id={id} />);

export const ownAside = (section: HTMLElement, keeping: Keeping<FormRecord>, id: string) =>
	drawIn(section, <FormAside keeping={keeping} id={id} />);
