import { atom } from 'nanostores';
import { askToStay, stays } from '../storage/stay.ts';

/** Whether the browser has promised not to clear what is kept by itself; undefined where it says nothing. */
export const $stays = atom<boolean | undefined>(undefined);

let asked = false;

/** Asked once there is something to lose. */
export function stay(): void {
	if (asked) return;
	asked = true;
	void askToStay().then((answer) => $stays.set(answer));
}

/** What it promised before; asks for nothing. */
export const lookWhetherItStays = (): Promise<void> => stays().then((answer) => $stays.set(answer));
