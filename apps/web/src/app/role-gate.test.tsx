import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { Outlet } from 'react-router'
import { afterEach, expect, it } from 'vitest'
import { LanguageProvider } from '../shared/lib/language-context.tsx'
import type { Place } from '../shared/lib/feature.ts'
import { createNavigation } from '../shared/routing/navigation.ts'
import { locationOf, memoryHistory } from '../shared/routing/page-history.ts'
import { PageRouter } from '../shared/routing/page-router.tsx'
import { fillBrowserGaps } from '../shared/testing/browser-gaps.ts'
import { features } from './staff-features.ts'
import { RoleGate } from './role-gate.tsx'

function open(held: readonly ('OFFICER' | 'AUDITOR')[], place?: Place) {
  fillBrowserGaps()
  document.cookie = 'shebao_language=zh-CN'
  const frame = (
    <RoleGate held={held} place={place}>
      <Outlet />
    </RoleGate>
  )
  const page = { path: '/staff/audit', element: <p>日志</p>, handle: { roles: ['AUDITOR', 'HEAD'] } }
  const history = memoryHistory(locationOf('/staff/audit'))
  const navigation = createNavigation({ routes: [{ element: frame, children: [page] }], history })
  render(
    <MantineProvider>
      <LanguageProvider>
        <PageRouter navigation={navigation} />
      </LanguageProvider>
    </MantineProvider>,
  )
}
afterEach(cleanup)

it('says whose page it is and leads back, and shows the page to its own', () => {
  open(['OFFICER'])
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/稽核、负责人办理/)
  expect(screen.getByRole('link', { name: '回到首页' }).getAttribute('href')).toBe('/staff')
  expect(screen.queryByText('日志')).toBeNull()
  cleanup()
  open(['AUDITOR'])
  expect(screen.getByText('日志')).toBeTruthy()
})

it('says the same of whatever lies under a place of another role, such as the accounts', () => {
  const accounts = features.flatMap(({ places }) => places?.staff ?? []).find(({ to }) => to === '/staff/accounts')
  open(['OFFICER'], accounts)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('这一页由系统管理员办理')
  expect(screen.getByRole('link', { name: '回到首页' })).toBeTruthy()
})

it('stands before every page of staff whose place some roles alone see', () => {
  const places = features.flatMap(({ places: of }) => of?.staff ?? []).filter(({ roles }) => roles)
  const routes = features.flatMap(({ routes: of }) => of.staff ?? [])
  const open = places.filter(({ to }) => !routes.some(({ path, handle }) => to === `/staff/${path}` && handle))
  expect(open.map(({ to }) => to)).toEqual([])
})
