/**
 * The map of the web application. To add pages:
 *
 * 1. In `src/features/<feature>/routes.tsx` export `routes` (and `places`, when a page belongs in the navigation). Keep that
 *    file light: it is loaded with its frame, so import only icons and put each page behind `lazy`:
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
 *    Paths are relative to their frame: entrance and public `/`, employer `/employer`, me `/me`, staff `/staff`, partner `/partner`. The frame's
 *    loader has already made sure that the right kind of account is signed in; `index: true` is the frame's home.
 * 2. Add the feature to the list of its frame: `visitor-features.ts`, `employer-features.ts`, `insured-features.ts`, `staff-features.ts`,
 *    `partner-features.ts`.
 *    Nothing here changes.
 * 3. Start the page with `<PageHeader title=…>`: it sets the document's title and takes the focus after navigation.
 * 4. Who is signed in: `useViewer()` of shared/lib/viewer-context.tsx. A feature never imports another feature.
 * 5. Words: `messages.ts` with `defineMessages(zh, en)` and `useMessages(messages)`. Queries: a `.graphql` beside the component,
 *    then `pnpm --filter @shebao/web codegen`. Amounts, dates: `useFormat()`. A feature's extra Mantine component needs its
 *    stylesheet imported beside it: `import '@mantine/core/styles/Table.css'`.
 */
import { createBrowserRouter, type PatchRoutesOnNavigationFunction, type RouteObject } from 'react-router'
import type { Feature, Frame } from '../shared/lib/feature.ts'
import { NotFoundPage } from '../shared/ui/not-found-page.tsx'
import { RootErrorPage } from '../shared/ui/root-error-page.tsx'
import { StartBar } from '../shared/ui/start-bar.tsx'
import { routesOf } from './features.ts'
import { Root } from './root.tsx'
import { features as visitorFeatures } from './visitor-features.ts'

const notFound = { path: '*', Component: NotFoundPage }

const pages = (children: RouteObject[]): RouteObject[] => [{ ErrorBoundary: RootErrorPage, children }]

/** Nothing but "not found" until somebody goes there: `*` has the router ask for the pages, for the frame's own address, too. */
const pagesToCome = (path: string) => pages([{ path: `${path}/*`, Component: NotFoundPage }])

const visitorFrame = async () => ({ Component: (await import('./visitor-frame.tsx')).VisitorFrame })

/** Everything that needs the data client, which is loaded with the first of these pages. */
const connected: RouteObject[] = [
  {
    id: 'employer',
    lazy: async () => {
      const [{ EmployerFrame }, { employerOnly }] = await Promise.all([
        import('./employer-frame.tsx'),
        import('./guards.ts'),
      ])
      return { Component: EmployerFrame, loader: employerOnly }
    },
    children: pagesToCome('/employer'),
  },
  {
    id: 'staff',
    lazy: async () => {
      const [{ StaffFrame }, { staffOnly }] = await Promise.all([import('./staff-frame.tsx'), import('./guards.ts')])
      return { Component: StaffFrame, loader: staffOnly }
    },
    children: pagesToCome('/staff'),
  },
  {
    id: 'me',
    lazy: async () => {
      const [{ InsuredFrame }, { insuredOnly }] = await Promise.all([
        import('./insured-frame.tsx'),
        import('./guards.ts'),
      ])
      return { Component: InsuredFrame, loader: insuredOnly }
    },
    children: pagesToCome('/me'),
  },
  {
    id: 'partner',
    lazy: async () => {
      const [{ PartnerFrame }, { partnerOnly }] = await Promise.all([
        import('./partner-frame.tsx'),
        import('./guards.ts'),
      ])
      return { Component: PartnerFrame, loader: partnerOnly }
    },
    children: pagesToCome('/partner'),
  },
  { lazy: visitorFrame, children: pages([...routesOf(visitorFeatures, 'public'), notFound]) },
]

type SignedInFrame = Extract<Frame, 'employer' | 'staff' | 'me' | 'partner'>

/** Who signs in as one kind never needs the map of another's pages. */
const featuresOf: Record<SignedInFrame, () => Promise<{ features: readonly Feature[] }>> = {
  employer: () => import('./employer-features.ts'),
  staff: () => import('./staff-features.ts'),
  me: () => import('./insured-features.ts'),
  partner: () => import('./partner-features.ts'),
}

const isSignedInFrame = (id: string | undefined): id is SignedInFrame => id !== undefined && id in featuresOf

const known = new Set<SignedInFrame>()

const patchRoutesOnNavigation: PatchRoutesOnNavigationFunction = async ({ matches, patch }) => {
  const frame = matches.map(({ route }) => route.id).find(isSignedInFrame)
  if (frame === undefined || known.has(frame)) return
  const { features } = await featuresOf[frame]()
  patch(frame, [{ path: `/${frame}`, children: pages(routesOf(features, frame)) }])
  known.add(frame)
}

export const router = createBrowserRouter(
  [
    {
      Component: Root,
      ErrorBoundary: RootErrorPage,
      HydrateFallback: StartBar,
      children: [
        { lazy: visitorFrame, children: pages(routesOf(visitorFeatures, 'entrance')) },
        { lazy: async () => ({ Component: (await import('./connected.tsx')).Connected }), children: connected },
      ],
    },
  ],
  { patchRoutesOnNavigation },
)
