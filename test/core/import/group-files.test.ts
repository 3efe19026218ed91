import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupFiles } from '../../../src/core/import/group-files.ts';

describe('which files belong together', () => {
  it('a Shapefile’s parts by their name, whatever their case, the .shp first', () => {
    expect(groupFiles(['小区.DBF', 'a.csv', '小区.prj', '小区.shp', '小区.SHP.xml', '小区.cpg', 'b.shp'])).toEqual([
      ['小区.shp', '小区.DBF', '小区.prj', '小区.cpg', '小区.SHP.xml'],
      ['a.csv'],
      ['b.shp'],
    ]);
  });

  it('a .dbf leads where there is no .shp; parts that nothing leads stand alone', () => {
    expect(groupFiles(['t.cpg', 't.dbf', 'lost.prj', 'lost.shx'])).toEqual([
      ['t.dbf', 't.cpg'],
      ['lost.shx'],
      ['lost.prj'],
    ]);
  });

  it('a raster with what programs lay beside it, and folders apart', () => {
    expect(groupFiles(['x/pop.tif', 'x/pop.tfw', 'y/pop.tfw', 'x/pop.tif.aux.xml'])).toEqual([
      ['x/pop.tif', 'x/pop.tfw', 'x/pop.tif.aux.xml'],
      ['y/pop.tfw'],
    ]);
  });

  it('every file is in one group', () => {
    const name = fc
      .tuple(fc.constantFrom('a', 'b', '__proto__'), fc.constantFrom('shp', 'dbf', 'prj', 'tif', 'csv', 'xml', 'SHP'))
      .map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        expect(groupFiles(names).flat().toSorted()).toEqual(names.toSorted());
      }),
    );
  });
});
