import * as billing from '../features/billing/routes.tsx'
import * as individual from '../features/individual/routes.tsx'
import * as session from '../features/session/routes.tsx'
import * as staff from '../features/staff/routes.tsx'
import * as welcome from '../features/welcome/routes.tsx'
import type { Feature, Frame, Place } from '../shared/lib/feature.ts'

/** Every feature with pages; see router.tsx for how to add one. */
export const features: readonly Feature[] = [welcome, session, individual, billing, staff]

export const placesOf = (frame: Frame): Place[] =>
  features.flatMap((feature) => feature.places?.[frame] ?? []).toSorted((a, b) => a.order - b.order)
