/**
 * What a page may load: files of this site only, no inline script or style, no eval beyond WebAssembly (Pagefind).
 * `frame-ancestors` cannot stand in a meta element: the server's own header has to say it.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
