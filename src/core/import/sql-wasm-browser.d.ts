// The build of sql.js that asks nothing of its host, which its types do not list.
declare module 'sql.js/dist/sql-wasm-browser.js' {
  export { default } from 'sql.js';
}
