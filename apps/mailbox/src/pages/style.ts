export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="2" y="6" width="28" height="20" rx="4" fill="#0b6b61"/><path d="M6 11l10 8 10-8" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`

export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f5f7f6, #131a19);
  --sheet: light-dark(#ffffff, #1c2524);
  --line: light-dark(#d8dfdd, #34403e);
  --ink: light-dark(#17211f, #e8eeec);
  --quiet: light-dark(#52605d, #a6b4b1);
  --accent: light-dark(#0b6b61, #6fd0c2);
  --on-accent: light-dark(#ffffff, #0d1a18);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
p { margin: 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
header p, .about, .count { color: var(--quiet); }
.about { font-size: .875rem; overflow-wrap: anywhere; }
.count { margin: 1.5rem 0 .5rem; }
.empty { margin-top: 1.5rem; padding: 3rem 1rem; border: 1px dashed var(--line); border-radius: .75rem; text-align: center; }
.messages { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: .75rem; background: var(--sheet); overflow: hidden; }
.messages li { padding: .875rem 1rem .875rem 1.25rem; border-left: 4px solid transparent; }
.messages li + li { border-top: 1px solid var(--line); }
.messages .unread { border-left-color: var(--accent); }
.subject { overflow-wrap: anywhere; }
.subject a { display: inline-block; padding: .125rem 0; text-decoration: none; }
.subject a:hover { text-decoration: underline; }
.unread .subject a { font-weight: 650; }
.snippet { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.badge { display: inline-block; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--quiet); font-size: .8125rem; }
.badge.new { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
nav { display: flex; flex-wrap: wrap; gap: 1.5rem; margin: 0 0 1.5rem; }
.messages ~ nav { margin: 1.5rem 0 0; }
nav a { padding: .25rem 0; }
dl { margin: 1rem 0 0; }
dl div { display: flex; flex-wrap: wrap; gap: 0 .75rem; }
dt { min-width: 7rem; color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.text { padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--sheet); white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { width: 100%; height: 36rem; margin-top: .5rem; border: 1px solid var(--line); border-radius: .75rem; background: #fff; color-scheme: light; }
.files { margin: 0; padding-left: 1.25rem; }
`
