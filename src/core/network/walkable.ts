/** A thing's tag, or undefined. */
export type Tag = (key: string) => string | undefined;

/**
 * Highways that are open to walkers unless tagged otherwise. OSM wiki, Key:highway, and the worldwide table of "OSM tags
 * for routing/Access restrictions": roads that are not closed to walkers have no sidewalk or foot tag of their own in
 * most of the world, so their absence says nothing.
 * - Tag:highway=pedestrian, =footway, =path, =steps, =corridor, =platform, =elevator, =living_street: made for walkers.
 *   Steps count as walkable (their edges are marked, for those who cannot climb them).
 * - Key:service: driveways, alleys, parking aisles, all of `highway=service`: how one walks to a building's door.
 * - Tag:highway=track, =road (of unknown class): open.
 */
const OPEN_HIGHWAYS: ReadonlySet<string> = new Set([
  'primary',
  'primary_link',
  'secondary',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'road',
  'track',
  'pedestrian',
  'footway',
  'path',
  'steps',
  'corridor',
  'platform',
  'elevator',
]);

/**
 * Highways that are open to walkers only where a tag says so.
 * - Tag:highway=motorway, Tag:highway=trunk and their links: `foot` or a sidewalk must say so. The worldwide table has
 *   trunk roads open; Germany's, and China's use of the tag for urban expressways, have not. Closed is the safe side.
 * - Tag:highway=cycleway, =bridleway, =busway, =bus_guideway: closed to walkers by the worldwide table; a shared path
 *   carries `foot=designated` or `foot=yes`.
 */
const CLOSED_HIGHWAYS: ReadonlySet<string> = new Set([
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'cycleway',
  'bridleway',
  'busway',
  'bus_guideway',
]);

// Any other value is no way to walk on: Tag:highway=construction and =proposed are not there yet; =raceway, =escape,
// =via_ferrata are not for walking; =services, =rest_area are sites. `foot` does not open them.

/** Key:foot: values that let walkers in. Tag:foot=discouraged is advice, not a ban. */
const FOOT_ALLOWS: ReadonlySet<string> = new Set([
  'yes',
  'designated',
  'permissive',
  'official',
  'destination',
  'customers',
  'discouraged',
]);

/** Key:foot: values that keep walkers out. Tag:foot=use_sidepath: the way beside it is mapped and must be used. */
const FOOT_FORBIDS: ReadonlySet<string> = new Set([
  'no',
  'private',
  'restricted',
  'use_sidepath',
  'military',
  'permit',
]);

/**
 * Key:access: values that keep everybody out unless `foot` allows. `destination`, `customers`, `delivery`, `agricultural`
 * and `forestry` are signs for vehicles in practice and keep no walker out.
 */
const ACCESS_FORBIDS: ReadonlySet<string> = new Set(['no', 'private', 'restricted', 'military', 'emergency', 'permit']);

/** Key:sidewalk: values that tell of a sidewalk on the road itself. With `separate` it is a way of its own. */
const SIDEWALK_SIDES: ReadonlySet<string> = new Set(['both', 'left', 'right', 'yes']);

/**
 * Whether one may walk along a way, by its tags, in both directions.
 *
 * - Key:foot decides where it is given; else Key:access; else Key:motorroad (closed to walkers); else Key:highway.
 * - Key:oneway binds vehicles. Key:oneway:foot and `foot:backward` exist on a handful of ways (a turnstile, a museum):
 *   they are read as walkable both ways, because a walk here is the same there and back.
 * - Tag:route=ferry: not walkable. A crossing takes its timetable's minutes, not metres; a service circle that counts on
 *   a ferry would be a promise that no plan can keep.
 * - Tag:man_made=pier, Tag:railway=platform, Tag:public_transport=platform: walkable, so that what is reached over them is.
 * - Key:indoor, Key:level, Key:surface, Key:incline and conditional restrictions (Conditional restrictions) are not looked at.
 * - Sidewalks that are mapped as ways of their own are ways like any other (Tag:footway=sidewalk); the road beside them
 *   stays walkable unless it says `foot=use_sidepath` or `foot=no`, because crossings are often not mapped.
 */
export function isWalkable(tag: Tag): boolean {
  const highway = tag('highway');
  const made = highway === undefined ? isOtherWalkway(tag) : OPEN_HIGHWAYS.has(highway);
  const closed = highway !== undefined && CLOSED_HIGHWAYS.has(highway);
  if (!made && !closed) return false;
  const foot = tag('foot');
  if (foot !== undefined) {
    if (FOOT_FORBIDS.has(foot)) return false;
    if (FOOT_ALLOWS.has(foot)) return true;
  }
  const access = tag('access');
  if (access !== undefined && ACCESS_FORBIDS.has(access)) return false;
  const sidewalk = hasSidewalk(tag);
  if (tag('motorroad') === 'yes' && !sidewalk) return false;
  return made || (sidewalk && MAY_HAVE_SIDEWALK.has(highway!));
}

const MAY_HAVE_SIDEWALK: ReadonlySet<string> = new Set(['motorway', 'motorway_link', 'trunk', 'trunk_link']);

function isOtherWalkway(tag: Tag): boolean {
  return tag('railway') === 'platform' || tag('public_transport') === 'platform' || tag('man_made') === 'pier';
}

function hasSidewalk(tag: Tag): boolean {
  return (
    SIDEWALK_SIDES.has(tag('sidewalk') ?? '') ||
    ['sidewalk:both', 'sidewalk:left', 'sidewalk:right'].some((key) => tag(key) === 'yes')
  );
}

/**
 * Whether a closed walkable way is a surface to be crossed and not a ring to walk round. OSM wiki, Key:area and
 * Tag:highway=pedestrian: `area=yes` says so; without it a closed pedestrian way is a street that comes back to itself.
 */
export function isSquare(tag: Tag): boolean {
  return tag('area') === 'yes';
}

/**
 * Whether a node lets nobody through. OSM wiki, Key:barrier: what a barrier stops is told by its access tags, so a gate
 * or a bollard is passed unless `foot`, else `access`, forbids it or it is said to be locked (Key:locked).
 */
export function blocksWalkers(tag: Tag): boolean {
  if (tag('barrier') === undefined) return false;
  const foot = tag('foot');
  if (foot !== undefined) {
    if (FOOT_FORBIDS.has(foot)) return true;
    if (FOOT_ALLOWS.has(foot)) return false;
  }
  const access = tag('access');
  return (access !== undefined && ACCESS_FORBIDS.has(access)) || tag('locked') === 'yes';
}

export function hasSteps(tag: Tag): boolean {
  return tag('highway') === 'steps';
}
