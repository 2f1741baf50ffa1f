import type { Feature } from '../../../shared/lib/feature.ts'

export const routes: Feature['routes'] = {
  me: [
    { path: 'employer', lazy: async () => ({ Component: (await import('./watch-page.tsx')).WatchPage }) },
    { path: 'reports/new', lazy: async () => ({ Component: (await import('./report-form-page.tsx')).ReportFormPage }) },
    { path: 'reports/:id', lazy: async () => ({ Component: (await import('./own-report-page.tsx')).OwnReportPage }) },
  ],
}
