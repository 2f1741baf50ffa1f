import * as card from '../features/register/card/routes.tsx'
import * as notification from '../features/register/notification/routes.tsx'
import * as certificate from '../features/desk/certificate/routes.tsx'
import * as question from '../features/desk/question/routes.tsx'
import * as transfer from '../features/desk/transfer/routes.tsx'
import * as family from '../features/desk/family/routes.tsx'
import * as reading from '../features/desk/reading/routes.tsx'
import * as watch from '../features/desk/watch/routes.tsx'
import * as record from '../features/desk/record/routes.tsx'
import * as rights from '../features/desk/rights/routes.tsx'
import type { Feature } from '../shared/lib/feature.ts'

/** Every feature with pages for insured people. */
export const features: readonly Feature[] = [
  certificate,
  record,
  rights,
  family,
  watch,
  reading,
  question,
  transfer,
  card,
  notification,
]
