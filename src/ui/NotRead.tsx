import { useEffect, useState } from 'preact/hooks';
import { hasOtherBuild } from './other-build.ts';

interface Props {
	/** What there is not. */
	what: string;
	again?: () => void;
}

/** A part or a program of the site did not come: why, what is safe, what to do. */
export function NotRead({ what, again }: Props) {
	const [other, setOther] = useState<boolean>();
	useEffect(() => {
		void hasOtherBuild().then(setOther);
	}, []);
	if (other === undefined) return <p role="status">{what}，正在看是什么原因……</p>;
	const mayBe = location.host ? '可能是网络断了。' : '可能是文件夹没有全部解压缩，或者正在被移动。';
	return (
		<p class="notice" role="alert">
			{what}，{other ? '因为网站换了新版，这一页还是旧的。' : mayBe}已经填的不受影响。{' '}
			{other ? (
				<button type="button" onClick={() => location.reload()}>
					重新打开这一页
				</button>
			) : (
				again && (
					<button type="button" onClick={again}>
						再读一次
					</button>
				)
			)}
		</p>
	);
}
