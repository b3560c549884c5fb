-- SPDX-License-Identifier: GPL-3.0-or-later
-- Numbers of human codes: one sequence per kind of code and country, counted in order; a number is never used twice. They
-- belong to no scope. A number may be missing where a transaction failed.
CREATE TABLE code_sequences (
  kind text NOT NULL,
  country text NOT NULL,
  last bigint NOT NULL,
  PRIMARY KEY (kind, country)
);
CREATE TABLE code_numbers (
  kind text NOT NULL,
  country text NOT NULL,
  number bigint NOT NULL,
  subject uuid NOT NULL,
  PRIMARY KEY (kind, country, number),
  UNIQUE (kind, country, subject)
);
