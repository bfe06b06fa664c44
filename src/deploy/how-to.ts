/** One page for whoever puts the site up. */
export const howTo = (version: string, bytes: number): string => `标准化试点学习与自查：部署说明

这是一个静态网站：没有后台，没有数据库，不联外网，填的内容只留在各人的浏览器里。
版本 ${version}，占用约 ${Math.ceil(bytes / 1024 / 1024) + 1} MB。

一、不要服务器
    解开压缩包，双击“双击这里打开.html”。读、搜、自查、现场检查、做题、导出都能用；
    填的内容存在各人的浏览器里。见 使用说明.txt。

二、放到服务器上
    把 site 文件夹里的全部内容（连同 _astro、.htaccess、web.config、_headers）拷到网站目录。
    放在根上或任何路径下都可以，不用重新生成。
    1. IIS：web.config 已经在里面。打开时报 500.19 的，是服务器不许网站自己设，
       删去 web.config 里 <httpErrors> 到 </httpErrors> 一段再试。
    2. Apache：.htaccess 已经在里面；网站目录要允许它（AllowOverride All），并打开 mod_headers。
       不在根上时，把 .htaccess 里的 /404.html 改成 /路径/404.html。
    3. nginx：把 settings/nginx.conf 放进 server { } 里，改两处：网站的路径，site 文件夹的位置。
       改完用 nginx -t 检查。
    4. 能读 _headers 的托管平台：直接上传 site。

三、用 HTTPS 更好
    普通 HTTP 也能用，读、搜、自查、做题、导出都不少。
    只有“断网也能用”要 HTTPS：浏览器只在 HTTPS 的网站上允许。

四、换新版
    用新的 site 整个替换旧的。各人填的内容在他们自己的浏览器里，不受影响，但网站的地址不要改：
    地址变了，浏览器就当成另一个网站：请各人先在“自查”里下载全部备份（自查、现场检查、
    做题的记录都在里面），再到新地址带回来。
    用 HTTPS 的，打开着旧版的人会看到“本站有了新版”，由他自己换上；
    用普通 HTTP 的，请他们刷新一下页面。

五、要停掉“断网也能用”
    用 site/sw-off.js 的内容覆盖 site/sw.js。各人下次打开时，存下的网站就清除了；填的内容不动。

六、核对
    SHA256SUMS.txt 是每个文件的校验和。Windows 上可以用 certutil -hashfile 文件 SHA256 核对，
    Linux 上可以在解开的文件夹里运行 sha256sum -c SHA256SUMS.txt。

除上面说的几处，请勿修改 site 里的文件：页面的安全设置按内容计算，改动一个字，脚本和样式就可能不被浏览器接受。
`;
