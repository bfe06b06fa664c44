import { useState } from 'preact/hooks';
import { Later } from '../../ui/Later.tsx';
import { NotRead } from '../../ui/NotRead.tsx';
import type { LivePlace } from './form-page.ts';
import type { FormSession } from './form-session.ts';

interface Props {
	session: FormSession;
	form: string;
	name: string;
	places: readonly LivePlace[];
}

const handOut = () => import('./HandOutForm.tsx').then(({ HandOutForm }) => HandOutForm);

/** What leaves a form: a Word file, paper, and a file for a colleague. */
export function TakeForm({ session, form, name, places }: Props) {
	const [said, setSaid] = useState('');
	const [failed, setFailed] = useState(false);
	const save = async () => {
		setFailed(false);
		setSaid(`正在做${name}……`);
		const { saveWord } = await import('./word.ts');
		setSaid((await saveWord(form, session.saying)) ? `${name}做好了，在浏览器的下载里。` : '');
	};
	return (
		<section class="take-away on-screen">
			<h2>带走</h2>
			<p class="tools">
				<button
					type="button"
					onClick={() =>
						void save().catch(() => {
							setSaid('');
							setFailed(true);
						})
					}
				>
					Word 文件
				</button>
				<button type="button" onClick={() => print()}>
					打印
				</button>
			</p>
			<p role="status">{said}</p>
			{failed && <NotRead what="没有做成" />}
			<Later load={handOut} props={{ session, form, name, places }} ask="分给同事填，或交回" />
		</section>
	);
}
