/* For whoever unpacks the zip and opens it by double-click: what lies beside the site, and says so in its name. */

export const startPage = { path: '双击这里打开.html', text: page() };

export const threeLines = {
	path: '使用说明.txt',
	text: `一、先把压缩包整个解开（点右键，选“全部解压缩”），不要在压缩包里直接打开。
二、双击“双击这里打开.html”，用 Edge、Chrome、360、QQ 等浏览器打开；不用联网，不用安装。
三、填的内容存在这台电脑的这个浏览器里，不在这个文件夹里。要换电脑，先在“自查”里下载全部备份，到新电脑上带回。
`,
};

function page(): string {
	return `<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>标准化试点学习与自查</title>
<style>
body { font: 18px/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 3rem auto; max-width: 40em; padding: 0 1.5rem; background: #fbfaf7; color: #1d1d1f }
a { background: #1b4d89; color: #fff; display: inline-block; padding: .5rem 1.5rem; text-decoration: none }
@media (prefers-color-scheme: dark) { body { background: #17181a; color: #e8e6e1 } a { background: #8fb8ee; color: #10131a } }
</style>
</head>
<body>
<h1>标准化试点学习与自查</h1>
<p><a href="site/index.html">打开</a></p>
<p>点了打不开的，多半是压缩包没有整个解开：请点右键，选“全部解压缩”，再从解开的文件夹里打开。</p>
<h2>填的内容在哪里</h2>
<ul>
<li>存在这台电脑的这个浏览器里，不在这个文件夹里，也不会传出去。文件夹挪了地方，内容还在；换一个浏览器，就看不到了。</li>
<li>这台电脑上的其他网页文件，用同一个浏览器打开，也能读到这里存的内容。来历不明的网页文件不要打开；<strong>不得填写涉密或敏感信息。</strong></li>
<li>换电脑：在“自查”的“带回，合并，对比”里下载全部备份，把那个文件拷到新电脑，在那边的同一个地方带回来。</li>
<li>多人共用的电脑，用完请在“自查”里清除本机数据，先下载备份。</li>
</ul>
<h2>用什么浏览器</h2>
<p>在 Chromium（Chrome 的内核）和 Firefox 里试过，都可以；Edge、360、QQ 等浏览器没有逐个试。</p>
</body>
</html>
`;
}
