// A worker has one document for all its files: what one left in it, or in what the browser keeps, is not the next one's.
if ('document' in globalThis) {
  localStorage.clear()
  sessionStorage.clear()
  document.body.replaceChildren()
}
