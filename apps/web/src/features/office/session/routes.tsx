import type { RouteObject } from 'react-router'
import type { Feature } from '../../../shared/lib/feature.ts'

const signIn = (path: string, kind: 'EMPLOYER' | 'INSURED' | 'STAFF' | 'PARTNER'): RouteObject => ({
  path,
  lazy: async () => {
    const { SignInPage } = await import('./sign-in-page.tsx')
    return { element: <SignInPage key={kind} kind={kind} /> }
  },
})

export const routes: Feature['routes'] = {
  entrance: [
    {
      path: '/activate',
      lazy: async () => ({ Component: (await import('./activate-page.tsx')).ActivatePage }),
    },
    signIn('/sign-in/employer', 'EMPLOYER'),
    signIn('/sign-in/me', 'INSURED'),
    signIn('/sign-in/staff', 'STAFF'),
    signIn('/sign-in/partner', 'PARTNER'),
  ],
  public: [
    {
      path: '/first-password',
      lazy: async () => ({ Component: (await import('./first-password-page.tsx')).FirstPasswordPage }),
    },
    { path: '/enrol', lazy: async () => ({ Component: (await import('./enrol-page.tsx')).EnrolPage }) },
    { path: '/account', lazy: async () => ({ Component: (await import('./account-page.tsx')).AccountPage }) },
  ],
}
