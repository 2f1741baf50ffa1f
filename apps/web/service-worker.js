// The one thing of the application that a browser keeps for a time without a network: what the page of the kept record is made of.
// Registered only for whoever keeps a record on the device. `shell` is put before this file by the build (kept-shell.ts): its name
// is another for every build, so that each update brings a new worker, which fills a keep of its own and removes the old one.
const keep = `shebao-shell-${shell.name}`

self.addEventListener('install', (event) => event.waitUntil(fill()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(openPage(request, url))
  else if (shell.files.includes(url.pathname)) event.respondWith(readFile(request))
})

/** All of it or nothing. While an update is being put in place the page may be of another build than this worker: the browser tries again later. */
async function fill() {
  const page = await fetch('/', { cache: 'reload' })
  if (!page.ok || !(await page.clone().text()).includes(shell.entry)) throw new Error('The page is of another build.')
  const cache = await caches.open(keep)
  await cache.put('/', page)
  await cache.addAll(shell.files)
  await self.skipWaiting()
}

async function takeOver() {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('shebao-shell-') && name !== keep).map((name) => caches.delete(name)),
  )
  await self.clients.claim()
}

/** With a network the page is always the server's. Without one there is a single page: the kept record. */
async function openPage(request, url) {
  try {
    return await fetch(request)
  } catch {
    if (url.pathname !== shell.page) return Response.redirect(shell.page)
    return (await readKept('/')) ?? Response.error()
  }
}

/** Files are named by what is in them: the kept one is the right one. */
async function readFile(request) {
  return (await readKept(request)) ?? fetch(request)
}

async function readKept(what) {
  return (await caches.open(keep)).match(what, { ignoreVary: true })
}
