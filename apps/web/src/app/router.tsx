/**
 * The map of the web application. To add pages:
 *
 * 1. In `src/features/<feature>/routes.tsx` export `routes` (and `places`, when a page belongs in the navigation). Keep that
 *    file light: it is loaded at start, so import only icons and put each page behind `lazy`:
 *
 *      export const routes: Feature['routes'] = {
 *        employer: [
 *          { path: 'inspection/:year', lazy: async () => ({ Component: (await import('./inspection-page.tsx')).InspectionPage }) },
 *        ],
 *      }
 *      export const places: Feature['places'] = {
 *        employer: [{ to: '/employer/inspection', label: { zh: '年检申报', en: 'Annual inspection' }, icon: IconFileCheck, order: 10 }],
 *      }
 *
 *    Paths are relative to their frame: public `/`, employer `/employer`, me `/me`, staff `/staff`, desk `/desk`. The frame's
 *    loader has already made sure that the right kind of account is signed in; `index: true` is the frame's home.
 * 2. Add the feature to the list in `features.ts`. Nothing here changes.
 * 3. Start the page with `<PageHeader title=…>`: it sets the document's title and takes the focus after navigation.
 * 4. Who is signed in: `useViewer()` of shared/lib/viewer-context.tsx. A feature never imports another feature.
 * 5. Words: `messages.ts` with `defineMessages(zh, en)` and `useMessages(messages)`. Queries: a `.graphql` beside the component,
 *    then `pnpm --filter @shebao/web codegen`. Amounts, dates: `useFormat()`. A feature's extra Mantine component needs its
 *    stylesheet imported beside it: `import '@mantine/core/styles/Table.css'`.
 */
import { createBrowserRouter } from 'react-router'
import type { Frame } from '../shared/lib/feature.ts'
import { NotFoundPage } from '../shared/ui/not-found-page.tsx'
import { RootErrorPage } from '../shared/ui/root-error-page.tsx'
import { features } from './features.ts'
import { employerOnly, insuredOnly, staffOnly } from './guards.ts'
import { Root } from './root.tsx'

const routesOf = (frame: Frame) => features.flatMap((feature) => feature.routes[frame] ?? [])

const notFound = { path: '*', Component: NotFoundPage }

export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: RootErrorPage,
    HydrateFallback: () => null,
    children: [
      {
        path: '/employer',
        id: 'employer',
        loader: employerOnly,
        lazy: async () => ({ Component: (await import('./employer-frame.tsx')).EmployerFrame }),
        children: [{ ErrorBoundary: RootErrorPage, children: [...routesOf('employer'), notFound] }],
      },
      {
        path: '/staff',
        id: 'staff',
        loader: staffOnly,
        lazy: async () => ({ Component: (await import('./staff-frame.tsx')).StaffFrame }),
        children: [{ ErrorBoundary: RootErrorPage, children: [...routesOf('staff'), notFound] }],
      },
      {
        path: '/me',
        id: 'me',
        loader: insuredOnly,
        lazy: async () => ({ Component: (await import('./insured-frame.tsx')).InsuredFrame }),
        children: [{ ErrorBoundary: RootErrorPage, children: [...routesOf('me'), notFound] }],
      },
      {
        path: '/desk',
        lazy: async () => ({ Component: (await import('../shared/ui/desk-frame.tsx')).DeskFrame }),
        children: [{ ErrorBoundary: RootErrorPage, children: [...routesOf('desk'), notFound] }],
      },
      {
        lazy: async () => ({ Component: (await import('./visitor-frame.tsx')).VisitorFrame }),
        children: [{ ErrorBoundary: RootErrorPage, children: [...routesOf('public'), notFound] }],
      },
    ],
  },
])
