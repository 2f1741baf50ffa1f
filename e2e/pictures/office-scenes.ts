import { at, clerkOf, staffMember } from './scene.ts'
import type { Account, Scene, Stage } from './scene.ts'

const officer = staffMember('S1001')
const head = staffMember('S1003')
const machines = clerkOf('1101060004')
const agency = clerkOf('1101070010')
const returnedMonth = clerkOf('1101020009')
const draftedMonth = clerkOf('1101160012')
const overdue = clerkOf('1101060017')

/** A page that a list leads to: the first link whose address begins so. */
const firstOf =
  (list: string, begins: string): Scene['open'] =>
  async (stage: Stage) => {
    await at(list)(stage)
    const link = stage.page.locator(`main a[href^="${begins}"]`).first()
    await at((await link.getAttribute('href')) ?? list)(stage)
  }

const plain = (as: Account, pages: Readonly<Record<string, string>>): Scene[] =>
  Object.entries(pages).map(([name, path]) => ({ name, as, open: at(path) }))

/** The desks of the office that other scenes do not pass by, and the pages around a clerk's work. */
export const officeScenes: Scene[] = [
  ...plain(officer, {
    'office-papers': '/staff/papers',
    'office-payee': '/staff/payee',
    'office-declarations': '/staff/declarations',
    'office-employers': '/staff/employers',
    'office-imports': '/staff/imports',
    'office-calendar': '/staff/calendar',
    'office-search': '/staff/search?q=1101060004',
  }),
  { name: 'office-monthly', as: officer, open: firstOf('/staff/declarations', '/staff/monthly/') },
  { name: 'office-change', as: officer, open: firstOf('/staff', '/staff/changes/') },
  { name: 'office-clerks', as: officer, open: firstOf('/staff/employers', '/staff/employers/') },
  ...plain(head, {
    'office-accounts': '/staff/accounts',
    'office-account-new': '/staff/accounts/new',
    'office-letters': '/staff/employer-accounts',
    'office-statistics': '/staff/statistics?by=INDUSTRY&measure=CHARGED',
    'office-statistics-table': '/staff/statistics?view=table',
    'office-ages': '/staff/statistics/ages',
    'office-rules': '/staff/statistics/rules',
    'office-people': '/staff/statistics/people',
    'office-bills': '/staff/statistics/bills',
    'office-rule': '/staff/papers',
  }),
  ...plain(machines, {
    'around-clerks': '/employer/clerks',
    'around-papers': '/employer/papers',
    'around-hand-in': '/employer/hand-in',
    'around-balances': '/employer/bills/balances',
    'around-deadlines': '/employer/deadlines',
    'around-register': '/employer/register',
    'around-changes': '/employer/changes',
    'around-monthly': '/employer/monthly',
    'around-inbox': '/employer/inbox',
  }),
  ...plain(agency, { 'around-mandates': '/employer/mandates' }),
  ...plain(overdue, { 'around-balances-overdue': '/employer/bills/balances' }),
  { name: 'around-month-returned', as: returnedMonth, open: firstOf('/employer/monthly', '/employer/monthly/') },
  { name: 'around-month-draft', as: draftedMonth, open: firstOf('/employer/monthly', '/employer/monthly/') },
]
