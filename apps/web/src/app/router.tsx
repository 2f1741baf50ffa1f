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
 *    guard has already made sure that the right kind of account is signed in; `index: true` is the frame's home.
 * 2. Add the feature to the list of its frame: `visitor-features.ts`, `employer-features.ts`, `insured-features.ts`, `staff-features.ts`,
 *    `partner-features.ts`.
 *    Nothing here changes.
 * 3. Start the page with `<PageHeader title=…>`: it sets the document's title and takes the focus after navigation.
 * 4. Who is signed in: `useViewer()` of shared/lib/viewer-context.tsx. A feature never imports another feature.
 * 5. Words: `messages.ts` with `defineMessages(zh, en)` and `useMessages(messages)`. Queries: a `.graphql` beside the component,
 *    then `pnpm --filter @shebao/web codegen`. Amounts, dates: `useFormat()`. A feature's extra Mantine component needs its
 *    stylesheet imported beside it: `import '@mantine/core/styles/Table.css'`.
 */
import type { RouteObject } from 'react-router'
import type { Feature, Frame } from '../shared/lib/feature.ts'
import { errorPlace } from '../shared/routing/error-place.tsx'
import { createNavigation, type FrameToCome, type Guard } from '../shared/routing/navigation.ts'
import { browserHistory } from '../shared/routing/page-history.ts'
import { NotFoundPage } from '../shared/ui/not-found-page.tsx'
import { RootErrorPage } from '../shared/ui/root-error-page.tsx'
import { routesOf } from './features.ts'
import { Root } from './root.tsx'
import { features as visitorFeatures } from './visitor-features.ts'

const notFound = { path: '*', Component: NotFoundPage }

const ErrorPlace = errorPlace(RootErrorPage)
const pages = (children: RouteObject[]): RouteObject[] => [{ Component: ErrorPlace, children }]

/** Nothing but "not found" until somebody goes there: `*` has the frame ask for its pages, for its own address, too. */
const pagesToCome = (path: string) => pages([{ path: `${path}/*`, Component: NotFoundPage }])

const visitorFrame = async () => ({ Component: (await import('./visitor-frame.tsx')).VisitorFrame })

/** Everything that needs the data client, which is loaded with the first of these pages. */
const connected: RouteObject[] = [
  {
    id: 'employer',
    lazy: async () => ({ Component: (await import('./employer-frame.tsx')).EmployerFrame }),
    children: pagesToCome('/employer'),
  },
  {
    id: 'staff',
    lazy: async () => ({ Component: (await import('./staff-frame.tsx')).StaffFrame }),
    children: pagesToCome('/staff'),
  },
  {
    id: 'me',
    lazy: async () => ({ Component: (await import('./insured-frame.tsx')).InsuredFrame }),
    children: pagesToCome('/me'),
  },
  {
    id: 'partner',
    lazy: async () => ({ Component: (await import('./partner-frame.tsx')).PartnerFrame }),
    children: pagesToCome('/partner'),
  },
  { lazy: visitorFrame, children: pages([...routesOf(visitorFeatures, 'public'), notFound]) },
]

type SignedInFrame = Extract<Frame, 'employer' | 'staff' | 'me' | 'partner'>

/** Who signs in as one kind never needs the map of another's pages. */
const toCome = (
  frame: SignedInFrame,
  guard: () => Promise<Guard>,
  map: () => Promise<{ features: readonly Feature[] }>,
): FrameToCome => ({
  guard,
  pages: async () => [{ path: `/${frame}`, children: pages(routesOf((await map()).features, frame)) }],
})

const frames: Record<SignedInFrame, FrameToCome> = {
  employer: toCome(
    'employer',
    async () => (await import('./guards.ts')).employerOnly,
    () => import('./employer-features.ts'),
  ),
  staff: toCome(
    'staff',
    async () => (await import('./guards.ts')).staffOnly,
    () => import('./staff-features.ts'),
  ),
  me: toCome(
    'me',
    async () => (await import('./guards.ts')).insuredOnly,
    () => import('./insured-features.ts'),
  ),
  partner: toCome(
    'partner',
    async () => (await import('./guards.ts')).partnerOnly,
    () => import('./partner-features.ts'),
  ),
}

export const navigation = createNavigation({
  routes: [
    {
      Component: ErrorPlace,
      children: [
        {
          Component: Root,
          children: [
            { lazy: visitorFrame, children: pages(routesOf(visitorFeatures, 'entrance')) },
            { lazy: async () => ({ Component: (await import('./connected.tsx')).Connected }), children: connected },
          ],
        },
      ],
    },
  ],
  frames,
  history: browserHistory(),
})
