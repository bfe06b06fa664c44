/** A stem; what stands between * is emphasised: 下列*不*属于……. */
export const Emphasised = ({ text }: { text: string }) => (
	<>{text.split('*').map((part, i) => (i % 2 === 1 ? <em key={i}>{part}</em> : part))}</>
);
