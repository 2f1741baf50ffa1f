import { normaliseIdentifier } from '@shebao/identifiers'
import { useEffect, useRef, useState } from 'react'
import { DistrictsOfRegionDocument, type DistrictsOfRegionQuery } from '../../../shared/case/districts.generated.ts'
import { usePlaceName } from '../../../shared/case/use-districts.ts'
import { sendOperation } from '../../../shared/lib/send-operation.ts'

type Places = NonNullable<DistrictsOfRegionQuery['office']>['districts']

/**
 * The districts of the agency's region, asked for without the data client, which this page does without. That of the authority that
 * registered the unit (GB 32100, characters 3 to 8) is chosen until somebody chooses another. Nothing to choose where none came.
 */
export function useDistrictChoice(
  creditCode: string | null | undefined,
  district: string | null | undefined,
  propose: (district: string) => void,
): readonly { value: string; label: string }[] {
  const placeName = usePlaceName()
  const [places, setPlaces] = useState<Places>([])
  useEffect(() => {
    let left = false
    void sendOperation(DistrictsOfRegionDocument, {}).then(
      ({ office }) => left || setPlaces(office?.districts ?? []),
      // The office then takes the one of the credit code.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [])
  const proposed = useRef('')
  const code = normaliseIdentifier(creditCode ?? '')
  const named = code.length === 18 ? places.find((place) => place.code === code.slice(2, 8))?.code : undefined
  useEffect(() => {
    if (named === undefined || named === proposed.current) return
    if (!district || district === proposed.current) propose(named)
    proposed.current = named
  }, [named, district, propose])
  const options = places.map((place) => ({ value: place.code, label: placeName(place) }))
  const stands = !district || options.length === 0 || options.some(({ value }) => value === district)
  // One that stands no more, which a credit code may still name.
  return stands ? options : [...options, { value: district, label: district }]
}
