import type { Acquisition, FacilityStatus, FacilityType, LandBasis, Ownership } from '../../core/plan/plan.ts';

const type: Record<FacilityType, string> = {
  station: 'Community station',
  day_care: 'Day-care centre',
  mutual_aid: 'Mutual-aid point',
  meal: 'Meal point',
  centre: 'Subdistrict centre',
  institution: 'Care institution',
  county_institution: 'County institution',
  other: 'Other',
};
const status: Record<FacilityStatus, string> = {
  open: 'Open',
  building: 'Being built',
  planned: 'Planned',
  suspended: 'Suspended',
  closed: 'Closed',
};
const acquisition: Record<Acquisition, string> = {
  built_with_housing: 'Built with housing',
  buy_back: 'Bought back',
  lease: 'Leased',
  reallocated: 'Reallocated',
  converted: 'Converted',
  other: 'Other',
};
const ownership: Record<Ownership, string> = {
  public: 'Public',
  public_private: 'Public, privately run',
  private: 'Private',
};
const landBasis: Record<LandBasis, string> = { own: 'own parcel', apportioned: 'apportioned' };

export const facilities = {
  type,
  status,
  acquisition,
  ownership,
  landBasis,
  statusBlank: 'Blank, read as open',
  field: {
    type: 'Type',
    status: 'Status',
    floorArea: 'Floor area',
    landArea: 'Land area',
    beds: 'Beds',
    nursingBeds: 'Nursing beds',
    occupiedBeds: 'Occupied',
    valid: 'May be counted',
    acquisition: 'Acquired by',
    ownership: 'Ownership',
    publicBenefit: 'Public benefit',
    building: 'Building',
    address: 'Address',
    phone: 'Phone',
    operator: 'Operator',
    grade: 'Grade',
    hours: 'Hours',
    services: 'Services',
    evidence: 'Evidence',
    storey: 'Storey',
    formerUse: 'Former use',
    tenure: 'Tenure',
    cost: 'Cost',
    updated: 'Figures as of',
  },
  yes: 'Yes',
  no: 'No',
  wanYuan: (amount: string) => `${amount} × 10 000 yuan`,
  validRange: (from: string, to: string) => `${from} to ${to}`,
  anyTime: 'open-ended',
};
