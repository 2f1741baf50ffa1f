import type { PersonIdType, Sex } from '@shebao/identifiers'

/** One kind of number that stands for a person (domain 1.1 to 1.3), and what becomes of it wherever one is typed. */
export interface PersonNumberCase {
  readonly shows: string
  readonly type: PersonIdType
  readonly onRecord: string
  /** As people type it from a document: case, width, blanks and hyphens are theirs. */
  readonly typed: readonly string[]
  /** What the number tells of its bearer; nothing where it tells neither, and a form has to ask. */
  readonly tells: { readonly sex: Sex; readonly birthDate: string } | undefined
  readonly masked: string
  readonly initialPin: string
  /** On the keys of a telephone; the star is an X, and leads whatever is no number of eighteen characters. */
  readonly keyed: readonly string[]
}

export const personNumbers: readonly PersonNumberCase[] = [
  {
    shows: 'resident ID',
    type: 'RESIDENT_ID',
    onRecord: '11010519491231002X',
    typed: ['11010519491231002x', '１１０１０５ 19491231-002ｘ', ' 110105　19491231 002X '],
    tells: { sex: 'FEMALE', birthDate: '1949-12-31' },
    masked: '110*************2X',
    initialPin: '310020',
    keyed: ['11010519491231002*'],
  },
  {
    shows: 'residence permit, Hong Kong',
    type: 'HMT_RESIDENCE_PERMIT',
    onRecord: '810000199408230021',
    typed: ['810000 19940823 0021', '８１００００１９９４０８２３００２１'],
    tells: { sex: 'FEMALE', birthDate: '1994-08-23' },
    masked: '810*************21',
    initialPin: '230021',
    keyed: ['810000199408230021'],
  },
  {
    shows: 'residence permit, Macau',
    type: 'HMT_RESIDENCE_PERMIT',
    onRecord: '820000198811110027',
    typed: ['820000-19881111-0027'],
    tells: { sex: 'FEMALE', birthDate: '1988-11-11' },
    masked: '820*************27',
    initialPin: '110027',
    keyed: ['820000198811110027'],
  },
  {
    shows: 'residence permit, Taiwan',
    type: 'HMT_RESIDENCE_PERMIT',
    onRecord: '830000199201300022',
    typed: ['830000 199201300022'],
    tells: { sex: 'FEMALE', birthDate: '1992-01-30' },
    masked: '830*************22',
    initialPin: '300022',
    keyed: ['830000199201300022'],
  },
  {
    shows: 'travel permit, Hong Kong',
    type: 'HMT_TRAVEL_NUMBER',
    onRecord: 'HKG012345678',
    typed: ['hkg0 1234 5678', 'H1234567800', 'h12345678', 'Ｈ１２３４５６７８００'],
    tells: undefined,
    masked: 'HKG*******78',
    initialPin: '345678',
    keyed: ['*454012345678', '*412345678', '*41234567800'],
  },
  {
    shows: 'travel permit, Macau',
    type: 'HMT_TRAVEL_NUMBER',
    onRecord: 'MAC087654321',
    typed: ['mac087654321', 'M87654321 01'],
    tells: undefined,
    masked: 'MAC*******21',
    initialPin: '654321',
    keyed: ['*622087654321', '*687654321'],
  },
  {
    shows: 'travel permit, Taiwan',
    type: 'HMT_TRAVEL_NUMBER',
    onRecord: 'TWN011223344',
    typed: ['twn-011223344', '11223344', '１１２２３３４４'],
    tells: undefined,
    masked: 'TWN*******44',
    initialPin: '223344',
    keyed: ['*896011223344', '*11223344'],
  },
  {
    shows: 'permanent residence card of 2023',
    type: 'FOREIGN_PERMANENT_RESIDENCE',
    onRecord: '911398199012310021',
    typed: ['911398 19901231 0021'],
    tells: { sex: 'FEMALE', birthDate: '1990-12-31' },
    masked: '911*************21',
    initialPin: '310021',
    keyed: ['911398199012310021'],
  },
  {
    shows: 'permanent residence card of 2017',
    type: 'FOREIGN_PERMANENT_RESIDENCE',
    onRecord: 'KAZ110090123105',
    typed: ['kaz 1100 9012 3105', 'ＫＡＺ110090123105'],
    tells: { sex: 'FEMALE', birthDate: '1990-12-31' },
    masked: 'KAZ**********05',
    initialPin: '123105',
    keyed: ['*529110090123105'],
  },
  {
    shows: 'passport',
    type: 'FOREIGN_PASSPORT_NUMBER',
    onRecord: 'DEU0C01X00T47',
    typed: ['deu0c01x00t47', 'DEU0 C01X-00T47'],
    tells: undefined,
    masked: 'DEU********47',
    initialPin: '010047',
    keyed: ['*3380201900847'],
  },
  {
    shows: 'passport of few digits',
    type: 'FOREIGN_PASSPORT_NUMBER',
    onRecord: 'FRA0ABCDEX',
    typed: ['fra0abcdex'],
    tells: undefined,
    masked: 'FRA*****EX',
    initialPin: '000000',
    keyed: ['*3720222339'],
  },
]
