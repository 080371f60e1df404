-- What the list of money flows says of each, so that it need not look into its lines.
alter table money_flows add column unreadable integer not null default 0;
alter table money_flows add column from_day date;
alter table money_flows add column until_day date;
