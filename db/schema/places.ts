import type { Generated } from 'kysely';

interface MunicipalityTable {
  code: string;
  name: string;
  population: number;
  population_date: string;
  pilot: Generated<0 | 1>;
  recorded_at: string;
}

interface MunicipalityRegionTable {
  code: string;
  region: string;
  valid_from: string;
  valid_until: string | null;
  recorded_at: string;
}

interface LibraryServiceTable {
  id: string;
  name: string;
  recorded_at: string;
}

interface ServiceMunicipalityTable {
  municipality_code: string;
  service_id: string;
  recorded_at: string;
  /** The first day on which the service serves the municipality. */
  valid_from: Generated<string>;
}

interface LibraryTable {
  number: string;
  service_id: string;
  municipality_code: string;
  name: string;
  guidance_point: Generated<0 | 1>;
  opened_on: string;
  closed_on: string | null;
  recorded_at: string;
  /** The library that goes on where this one has closed. */
  successor: string | null;
  /** Main library, branch and the like, as its register says. */
  kind: string | null;
  address: string | null;
  postcode: string | null;
  city: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** What was decided about a library, and how it was afterwards. */
interface LibraryChangeTable {
  id: string;
  number: string;
  kind: 'opened' | 'closed' | 'reopened' | 'corrected';
  on_day: string;
  name: string;
  municipality_code: string;
  guidance_point: 0 | 1;
  successor: string | null;
  /** How many affiliations went on elsewhere or ended with it. */
  moved: number;
  why: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

/** What was decided about who serves a municipality. */
interface ServingChangeTable {
  id: string;
  municipality_code: string;
  service_id: string;
  kind: 'serves' | 'taken-back';
  on_day: string;
  why: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

/** People and firms of a municipality in a period; of one period the last row counts. */
interface TargetGroupTable {
  municipality_code: string;
  period: string;
  seq: number;
  inhabitants: number | null;
  firms: number | null;
  firms_without_employees: number | null;
  firms_1_9: number | null;
  associations: number | null;
  source: string;
  by_person: string | null;
  recorded_at: string;
}

interface LibraryHistoryTable {
  number: string;
  seq: number;
  service_id: string;
  municipality_code: string;
  guidance_point: number;
  opened_on: string;
  closed_on: string | null;
  recorded_at: string;
}

interface MunicipalityHistoryTable {
  code: string;
  seq: number;
  population: number;
  population_date: string;
  recorded_at: string;
}

interface ServiceMunicipalityHistoryTable {
  municipality_code: string;
  seq: number;
  service_id: string;
  valid_from: string;
  recorded_at: string;
}

/** Municipalities, library services and libraries, and who serves what from which day. */
export interface PlacesTables {
  municipality: MunicipalityTable;
  municipality_region: MunicipalityRegionTable;
  library_service: LibraryServiceTable;
  service_municipality: ServiceMunicipalityTable;
  library: LibraryTable;
  library_change: LibraryChangeTable;
  serving_change: ServingChangeTable;
  target_group: TargetGroupTable;
  library_history: LibraryHistoryTable;
  municipality_history: MunicipalityHistoryTable;
  service_municipality_history: ServiceMunicipalityHistoryTable;
}
