import type { ComponentChildren } from 'preact';
import type { Barred } from '../forms/checks/bars.ts';

interface Props {
	bars: readonly Barred[];
	/** What stands behind one, where something does. */
	after?: (barred: Barred) => ComponentChildren;
}

/** What may not be handed in now, and why. */
export const Bars = ({ bars, after }: Props) => (
	<>
		{bars.map((barred) => (
			<p key={barred.text} class="bars on-screen">
				<b>{barred.lead}</b>
				{barred.text}
				{after?.(barred)}
			</p>
		))}
	</>
);
