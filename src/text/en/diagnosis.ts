import type { diagnosis as chinese } from '../zh-CN/diagnosis.ts';

export const diagnosis: typeof chinese = {
  why: 'Why it is short',
  how: 'What would close the gap',
  waiting: 'Looking for causes and remedies',
  separator: ', ',
  and: ', and ',
  self: 'this area',
  selfPool: 'this pool',
  state: {
    work_under_way: 'is being built',
    planned_only: 'is only planned',
    opens_later: 'has not opened yet',
  },
  cause: {
    nobodyNear: 'No open facility can be walked to at all',
    noneWithinCircle: (minutes) => `No open facility within the ${minutes}-minute circle`,
    nearest: (facility, metres, minutes, over) =>
      `The nearest, ${facility}, is ${metres} m or ${minutes} minutes away: ${over} m too far`,
    partly: (share) => `${share} of the elders live outside the circle`,
    farthest: (facility, minutes, over) =>
      `From the farthest of them it is ${minutes} minutes to ${facility}: ${over} minutes too far`,
    nothingBooked: (self) => `No space that is open is booked to ${self}`,
    unitTooSmall: (facilities, size, least) => `${facilities} is one unit of ${size} m², less than ${least} m²`,
    closed: (facility, since) => `${facility} ${since === null ? 'is closed' : `closed on ${since}`}`,
    suspended: (facility, since) => `${facility} ${since === null ? 'is suspended' : `is suspended since ${since}`}`,
    leaseEnded: (facility, on) => `The lease of ${facility} ended on ${on}`,
    ended: (facility, on) => `${facility} could be counted until ${on}`,
    underWay: (facility, stage) => `${facility} ${stage}`,
    opening: (from) => `, to open on ${from}`,
    openingMissed: (from) => `, due to open on ${from}, which is past`,
    wasM2: (m2) => ` (${m2} m² would count)`,
    elsewhere: (facility, m2) => `${facility} is within the circle, but its ${m2} m² are `,
    elsewhereUnknown: (facility) => `${facility} is within the circle, but its space is `,
    toAreas: (areas) => `booked to ${areas}`,
    toPool: (pool) => `booked to pool ${pool}`,
    toNobody: (reason) => `booked nowhere: ${reason}`,
    moreAreas: (count) => ` and others, ${count} areas in all`,
    notPublic: (facility) => `${facility} is not of public benefit: its space does not count`,
    shared: (facility, whole, part, self) =>
      `${facility} has ${whole} m², of which ${self} gets only ${part} m²; the rest is `,
  },
  remedy: {
    extend: (facility, m2) => `${m2} m² more at ${facility}`,
    extendShared: (facility, m2, arrives, share) =>
      `${m2} m² more at ${facility} (${share} of it, ${arrives} m², arrives here by the rules of sharing)`,
    newSpace: (m2, metres, self) => `${m2} m² of new space in one piece within ${metres} m on foot, booked to ${self}`,
    open: (facility) => `Finish and open ${facility}`,
    renewLease: (facility, on) => `Renew the lease of ${facility} (ended ${on})`,
    renew: (facility, on) => `Keep ${facility} in use (ended ${on})`,
    reopen: (facility) => `Open ${facility} again`,
    pool: (areas) => `Pool with ${areas}: the space there is suffices for all`,
    poolAndBuild: (areas, m2, need) => `Pool with ${areas} and build ${m2} m² at one place (joint need ${need} m²), `,
    newFacility: (share) => `One more community facility would bring coverage to ${share}, `,
    place: 'see where',
    outcome: {
      left: (m2) => `; then ${m2} m² are still missing`,
      leftShare: '; then it is still short',
    },
    none: 'No single measure closes the gap; several are needed.',
  },
};
