import type { PersonIdType } from '@shebao/identifiers'
import type { DemoEnrolment, DemoPerson } from './demo-people.ts'

export type TeachingCase =
  | 'PASSPORT'
  | 'PASSPORT_OF_TOUR'
  | 'PERMANENT_RESIDENT'
  | 'PERMANENT_RESIDENT_2017'
  | 'HONG_KONG'
  | 'MACAU'
  | 'TAIWAN'
  | 'HONG_KONG_TRAVEL_PERMIT'
  | 'TAIWAN_TRAVEL_PERMIT'
  | 'GAP'
  | 'MOVED'
  | 'TWO_EMPLOYERS'
  | 'WORK_INJURY_ONLY'
  | 'LEFT_OUT'
  | 'RETIRES_SOON'
  | 'PAST_RETIREMENT'
  | 'RETIRED'
  | 'EVENTFUL'
  | 'EVENTFUL_ABROAD'

export type Identity = Pick<DemoPerson, 'name' | 'idNumber' | 'sex' | 'birthDate'> & { idType: PersonIdType }

export interface Spell {
  at: string
  /** Months before the present one; the beginning of the records when absent. */
  from?: number
  to?: number
  stop?: string
  /** Takes the place of somebody there, whose wages stay; otherwise one more person. */
  insteadOf?: number
  /** Months between being hired and being declared. */
  hiredBefore?: number
  absent?: DemoEnrolment['absent']
}

export interface Case {
  shows: TeachingCase
  identity: Identity
  spells: Spell[]
}
