import { mountForm } from '../../ui/mount-form.ts';
import { FactsApp } from './FactsApp.tsx';

/** Brings the facts of a pilot within `root` to life, until it is disposed of. */
export const mountFacts = (root: HTMLElement): (() => void) => mountForm(root, FactsApp, {});
