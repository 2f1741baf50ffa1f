// Asks what the page will ask, while the code of the page is still on its way: this file is small and runs before everything else.
// `pages` is put before it by the build (first-questions.ts): the very requests of the application, so that it can take the answers
// for its own (shared/lib/first-answers.ts). Whoever is not signed in is refused here as there.
const { asked } = pages.find(({ path }) => path === location.pathname.replace(/\/+$/, '')) ?? { asked: [] }
const answers = new Map(
  asked.map(({ body, headers }) => [
    body,
    fetch('/graphql', { method: 'POST', credentials: 'same-origin', headers, body }),
  ]),
)
// Without a network the application asks again and says so.
for (const answer of answers.values()) answer.catch(() => undefined)
// A page left may be shown again much later, and to somebody else.
addEventListener('pagehide', () => answers.clear())
globalThis.shebaoFirstAnswers = answers
