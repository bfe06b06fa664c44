import { askAgain, forever, headersFor, types } from './policy.ts';

/* The same settings in the words of each server. */

const lines = (...text: string[]) => `${text.join('\n')}\n`;

/** For hosts that read `_headers` (Netlify, Cloudflare Pages), which ask again for the rest by themselves. */
export const headersFile = (policy: string): string =>
	lines(
		'/*',
		...headersFor(policy).map(([name, value]) => `  ${name}: ${value}`),
		'',
		'/_astro/*',
		`  Cache-Control: ${forever}`,
	);

/** A piece to be included in a `server`; the path and the folder are the administrator's. */
export const nginx = (policy: string): string =>
	lines(
		'# 用法：放进 server { } 里。网站放在别的路径下时，把 /pilot 都改成那个路径（放在根上就删去第一行，/pilot/ 改成 /），',
		'# 把 /srv/pilot/site/ 改成解开的 site 文件夹（末尾的斜线都要留着）。',
		'location = /pilot { return 301 /pilot/; }',
		'location ^~ /pilot/ {',
		'    alias /srv/pilot/site/;',
		'    index index.html;',
		'    error_page 404 /pilot/404.html;',
		'    charset utf-8;',
		'    charset_types text/css text/javascript application/json;',
		'    types {',
		'        text/html html;',
		'        text/css css;',
		...types.map(([ending, type]) => `        ${type} ${ending};`),
		'    }',
		'    gzip on;',
		'    gzip_types text/css text/javascript application/json image/svg+xml;',
		...headersFor(policy).map(([name, value]) => `    add_header ${name} "${value}" always;`),
		`    add_header Cache-Control "${askAgain}" always;`,
		'    location ^~ /pilot/_astro/ {',
		'        alias /srv/pilot/site/_astro/;',
		...headersFor(policy).map(([name, value]) => `        add_header ${name} "${value}" always;`),
		`        add_header Cache-Control "${forever}" always;`,
		'    }',
		'}',
	);

/** Lies in the folder of the site; the server must allow it (AllowOverride All). */
export const htaccess = (policy: string): string =>
	lines(
		'DirectoryIndex index.html',
		'AddDefaultCharset utf-8',
		'AddCharset utf-8 .css .js .json',
		...types.map(([ending, type]) => `AddType ${type} .${ending}`),
		'<IfModule mod_headers.c>',
		...headersFor(policy).map(([name, value]) => `    Header always set ${name} "${value}"`),
		`    Header set Cache-Control "${askAgain}"`,
		'    <If "%{REQUEST_URI} =~ m#/_astro/#">',
		`        Header set Cache-Control "${forever}"`,
		'    </If>',
		'</IfModule>',
		'<IfModule mod_deflate.c>',
		'    AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json image/svg+xml',
		'</IfModule>',
		'# 网站不在服务器根上时，改成 /它的路径/404.html',
		'ErrorDocument 404 /404.html',
	);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Lies in the folder of the site; IIS 7 and later. */
export const webConfig = (policy: string): string =>
	lines(
		'<?xml version="1.0" encoding="utf-8"?>',
		'<configuration>',
		'  <system.webServer>',
		'    <defaultDocument><files><clear /><add value="index.html" /></files></defaultDocument>',
		'    <staticContent>',
		...types.flatMap(([ending, type]) => [
			`      <remove fileExtension=".${ending}" />`,
			`      <mimeMap fileExtension=".${ending}" mimeType="${type}" />`,
		]),
		'    </staticContent>',
		'    <httpProtocol>',
		'      <customHeaders>',
		...[...headersFor(policy), ['Cache-Control', askAgain] as const].flatMap(([name, value]) => [
			`        <remove name="${name}" />`,
			`        <add name="${name}" value="${escaped(value)}" />`,
		]),
		'      </customHeaders>',
		'    </httpProtocol>',
		'    <httpErrors errorMode="Custom">',
		'      <remove statusCode="404" />',
		'      <error statusCode="404" path="404.html" responseMode="File" />',
		'    </httpErrors>',
		'    <urlCompression doStaticCompression="true" />',
		'  </system.webServer>',
		'  <location path="_astro">',
		'    <system.webServer>',
		'      <httpProtocol>',
		'        <customHeaders>',
		'          <remove name="Cache-Control" />',
		`          <add name="Cache-Control" value="${forever}" />`,
		'        </customHeaders>',
		'      </httpProtocol>',
		'    </system.webServer>',
		'  </location>',
		'</configuration>',
	);
