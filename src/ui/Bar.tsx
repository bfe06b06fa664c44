interface Props {
	label: string;
	of: number;
	/** From the inner to the outer: proved, claimed, with what is still open, with all at its best. */
	backed: number;
	claimed: number;
	reachable: number;
	most: number;
	tick?: number | undefined;
}

/** Four sums as one bar, told apart by pattern and height as well as by colour. */
export function Bar({ label, of, backed, claimed, reachable, most, tick }: Props) {
	const wide = (points: number) => (of > 0 ? (100 * points) / of : 0);
	return (
		<svg class="bar-chart" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
			<rect class="bar-ground" width="100" height="10" />
			<rect class="bar-reachable" y="4" width={wide(most)} height="2" />
			<rect class="bar-reachable" width={wide(reachable)} height="10" />
			<rect class="bar-claimed" y="2" width={wide(claimed)} height="6" />
			<rect class="bar-backed" y="3.5" width={wide(backed)} height="3" />
			{tick !== undefined && (
				<line class="bar-tick" x1={wide(tick)} x2={wide(tick)} y1="0" y2="10" vector-effect="non-scaling-stroke" />
			)}
		</svg>
	);
}
