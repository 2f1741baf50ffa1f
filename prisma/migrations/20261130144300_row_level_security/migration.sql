-- The second wall (ADR 72): what the server asks for an employer it asks as the role `shebao_employer`, for an insured person as
-- `shebao_insured`, and these are shown their rows alone. The office, its staff and its jobs ask as the owner of the tables, for whom
-- nothing changes. Two roles and not one: a condition with OR would keep the hot reads from their index.
-- Which table is whose: apps/api/src/access/table-sorts.ts; a table without a policy is closed to tenants.

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['shebao_employer', 'shebao_insured'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', name);
      END IF;
      IF NOT pg_has_role(current_user, name, 'MEMBER') THEN
        EXECUTE format('GRANT %I TO %I', name, current_user);
      END IF;
    EXCEPTION
      -- Roles belong to the whole server: another database of it may have made this one at the same moment.
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'The user % may not make the roles of tenants. Once, as administrator of the server: CREATE ROLE shebao_employer; CREATE ROLE shebao_insured; GRANT shebao_employer, shebao_insured TO %;', current_user, quote_ident(current_user);
    END;
  END LOOP;
END $$;

-- Who asks, as the server says it with each statement.
CREATE FUNCTION tenant_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('shebao.account_id', true), '')::uuid $$;
CREATE FUNCTION tenant_employer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('shebao.employer_id', true), '')::uuid $$;
CREATE FUNCTION tenant_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('shebao.individual_id', true), '')::uuid $$;

-- Nobody comes by a table whose sort was forgotten.
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;

-- Guards must see what they guard, whoever changes it.
DO $$ DECLARE guard regprocedure; BEGIN
  FOR guard IN SELECT oid FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype LOOP
    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = public, pg_temp', guard);
  END LOOP;
END $$;

-- Views show no more than their tables do.
ALTER VIEW notice_share_balance SET (security_invoker = true);
ALTER VIEW employer_balance SET (security_invoker = true);
ALTER VIEW person_balance SET (security_invoker = true);
ALTER VIEW current_statement SET (security_invoker = true);

-- Rows of one employer.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['employer_particulars', 'online_filing', 'cancellation', 'particulars_change', 'access_token',
    'declaration', 'unemployed_list_duty', 'paper_copy', 'print_run', 'payment', 'debit_agreement', 'waiver', 'deemed_assessment',
    'filing_reminder', 'back_payment', 'enforcement_case', 'fine_case', 'employer_lock', 'ledger_account', 'reconciliation_item',
    'monthly_claim'] LOOP
    EXECUTE format('CREATE POLICY of_employer ON %I TO shebao_employer USING (employer_id = tenant_employer())', name);
  END LOOP;
END $$;

-- Rows of one person.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['card', 'card_password_reset', 'rights_statement', 'question', 'relation_transfer', 'transferred_months'] LOOP
    EXECUTE format('CREATE POLICY of_person ON %I TO shebao_insured USING (individual_id = tenant_person())', name);
  END LOOP;
END $$;

-- Rows of a person with an employer: either's.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['enrolment', 'premium_payment', 'refund'] LOOP
    EXECUTE format('CREATE POLICY of_employer ON %I TO shebao_employer USING (employer_id = tenant_employer())', name);
    EXECUTE format('CREATE POLICY of_person ON %I TO shebao_insured USING (individual_id = tenant_person())', name);
  END LOOP;
END $$;

-- Rows of whoever is signed in.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['session', 'authenticator', 'recovery_code', 'contact_setting', 'saved_view', 'deadline_feed'] LOOP
    EXECUTE format('CREATE POLICY of_account ON %I TO shebao_employer, shebao_insured USING (account_id = tenant_account())', name);
  END LOOP;
END $$;

-- Who they are themselves.
CREATE POLICY itself ON employer TO shebao_employer USING (id = tenant_employer());
-- An agency and whom it acts for know each other.
CREATE POLICY of_mandate ON employer FOR SELECT TO shebao_employer USING (
  EXISTS (SELECT FROM mandate WHERE employer.id IN (mandate.employer_id, mandate.agency_id)));
CREATE POLICY of_person ON employer FOR SELECT TO shebao_insured USING (
  EXISTS (SELECT FROM enrolment WHERE enrolment.employer_id = employer.id)
  OR EXISTS (SELECT FROM premium_payment month WHERE month.employer_id = employer.id));
CREATE POLICY itself ON individual TO shebao_insured USING (id = tenant_person());
CREATE POLICY of_employer ON individual TO shebao_employer USING (
  EXISTS (SELECT FROM enrolment WHERE enrolment.individual_id = individual.id)
  OR EXISTS (SELECT FROM premium_payment month WHERE month.individual_id = individual.id));
CREATE POLICY of_employer ON membership TO shebao_employer USING (account_id = tenant_account() OR employer_id = tenant_employer());
CREATE POLICY of_account ON membership TO shebao_insured USING (account_id = tenant_account());
CREATE POLICY itself ON account TO shebao_employer, shebao_insured USING (
  id = tenant_account() OR EXISTS (SELECT FROM membership WHERE membership.account_id = account.id)
  OR EXISTS (SELECT FROM access_token WHERE access_token.account_id = account.id));
CREATE POLICY of_either ON mandate TO shebao_employer USING (employer_id = tenant_employer() OR agency_id = tenant_employer());
CREATE POLICY of_reader ON notification TO shebao_employer USING (account_id = tenant_account());
CREATE POLICY of_reader_or_person ON notification TO shebao_insured USING (
  account_id = tenant_account() OR individual_id = tenant_person());
CREATE POLICY of_granter ON record_consent TO shebao_insured USING (granter_id = tenant_person());
CREATE POLICY of_account ON one_time_code TO shebao_employer USING (account_id = tenant_account());
CREATE POLICY of_person ON one_time_code TO shebao_insured USING (individual_id = tenant_person() OR account_id = tenant_account());
CREATE POLICY of_employer ON attachment TO shebao_employer USING (employer_id = tenant_employer() OR uploaded_by = tenant_account());
CREATE POLICY of_maker ON attachment TO shebao_insured USING (uploaded_by = tenant_account());
CREATE POLICY of_employer ON registration TO shebao_employer USING (employer_id = tenant_employer());

-- A notice is its employer's, and those may read it whose months are in it.
CREATE POLICY of_employer ON payment_notice TO shebao_employer USING (employer_id = tenant_employer());
CREATE POLICY of_month ON payment_notice FOR SELECT TO shebao_insured USING (
  EXISTS (SELECT FROM premium_payment month WHERE month.notice_id = payment_notice.id));

-- What belongs to something else is whose that is.
CREATE POLICY of_whole ON access_token_use TO shebao_employer, shebao_insured USING (token_id IN (SELECT id FROM access_token));
CREATE POLICY of_whole ON access_token_answer TO shebao_employer, shebao_insured USING (token_id IN (SELECT id FROM access_token));
CREATE POLICY of_whole ON notification_delivery TO shebao_employer, shebao_insured USING (notification_id IN (SELECT id FROM notification));
CREATE POLICY of_whole ON registration_version TO shebao_employer, shebao_insured USING (registration_id IN (SELECT id FROM registration));
CREATE POLICY of_whole ON card_event TO shebao_employer, shebao_insured USING (card_id IN (SELECT id FROM card));
CREATE POLICY of_whole ON card_settlement TO shebao_employer, shebao_insured USING (card_id IN (SELECT id FROM card));
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['declaration_version', 'monthly_change', 'monthly_upload_part', 'personnel_record', 'confirmation_check',
    'personnel_upload', 'roster_difference', 'review_note', 'review_hold'] LOOP
    EXECUTE format('CREATE POLICY of_whole ON %I TO shebao_employer, shebao_insured USING (declaration_id IN (SELECT id FROM declaration))', name);
  END LOOP;
END $$;
CREATE POLICY of_whole ON personnel_confirmation TO shebao_employer, shebao_insured USING (declaration_id IN (SELECT id FROM declaration));
CREATE POLICY of_whole ON personnel_upload_part TO shebao_employer, shebao_insured USING (upload_id IN (SELECT id FROM personnel_upload));
CREATE POLICY of_whole ON print_item TO shebao_employer, shebao_insured USING (run_id IN (SELECT id FROM print_run));
CREATE POLICY of_whole ON payment_notice_line TO shebao_employer, shebao_insured USING (
  EXISTS (SELECT FROM payment_notice notice WHERE notice.id = notice_id));
CREATE POLICY of_whole ON write_off TO shebao_employer USING (
  EXISTS (SELECT FROM payment_notice notice WHERE notice.id = notice_id));
CREATE POLICY of_whole ON back_payment_month TO shebao_employer USING (back_payment_id IN (SELECT id FROM back_payment));
CREATE POLICY of_person ON back_payment_month TO shebao_insured USING (individual_id = tenant_person());
CREATE POLICY of_whole ON ledger_entry TO shebao_employer USING (account_id IN (SELECT id FROM ledger_account));
CREATE POLICY of_whole ON ledger_transfer FOR SELECT TO shebao_employer USING (
  EXISTS (SELECT FROM payment_notice notice WHERE notice.id = notice_id)
  OR EXISTS (SELECT FROM payment WHERE payment.id = payment_id)
  OR EXISTS (SELECT FROM ledger_entry WHERE ledger_entry.transfer_id = ledger_transfer.id));
CREATE POLICY of_whole ON enforcement_standing TO shebao_employer, shebao_insured USING (case_id IN (SELECT id FROM enforcement_case));
CREATE POLICY of_whole ON enforcement_debt TO shebao_employer, shebao_insured USING (case_id IN (SELECT id FROM enforcement_case));
CREATE POLICY of_whole ON enforcement_paper TO shebao_employer, shebao_insured USING (case_id IN (SELECT id FROM enforcement_case));
CREATE POLICY of_whole ON enforcement_evidence TO shebao_employer, shebao_insured USING (case_id IN (SELECT id FROM enforcement_case));
CREATE POLICY of_whole ON fine_standing TO shebao_employer, shebao_insured USING (fine_id IN (SELECT id FROM fine_case));
CREATE POLICY of_whole ON question_entry TO shebao_employer, shebao_insured USING (question_id IN (SELECT id FROM question));

-- Of the book of cases what the list of exceptions tells its unit; the book is written and otherwise read as the office.
CREATE POLICY of_case ON case_event FOR SELECT TO shebao_employer, shebao_insured USING (CASE lifecycle
  WHEN 'enforcement' THEN EXISTS (SELECT FROM enforcement_case held WHERE held.id = case_id::uuid)
  WHEN 'online-filing' THEN EXISTS (SELECT FROM online_filing held WHERE held.id = case_id::uuid) ELSE false END);

-- What the office publishes for everybody to read.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['office', 'office_payee', 'calendar_year', 'calendar_day', 'policy_parameter', 'paper_rule', 'figure_change',
    'paper_template_version', 'partner', 'district_office', 'district_region', 'article', 'article_version', 'relation_transfer_rule',
    'installation'] LOOP
    EXECUTE format('CREATE POLICY for_all ON %I FOR SELECT TO shebao_employer, shebao_insured USING (true)', name);
  END LOOP;
END $$;
-- The trail is written by everybody and read by nobody but its readers.
CREATE POLICY for_all ON audit_event FOR INSERT TO shebao_employer, shebao_insured WITH CHECK (true);

-- What the policies let tenants do is granted, and nothing else; a table that is one kind's holds nothing for the other. A migration that
-- adds a policy calls it again, and so does a restore, since a dump holds no privileges.
CREATE FUNCTION let_tenants_in() RETURNS void LANGUAGE plpgsql AS $$ DECLARE policy record; BEGIN
  FOR policy IN SELECT DISTINCT tablename, cmd FROM pg_policies
    WHERE schemaname = 'public' AND roles && ARRAY['shebao_employer', 'shebao_insured']::name[] LOOP
    EXECUTE format('GRANT %s ON %I TO shebao_employer, shebao_insured',
      CASE policy.cmd WHEN 'ALL' THEN 'SELECT, INSERT, UPDATE, DELETE' ELSE policy.cmd END, policy.tablename);
  END LOOP;
  GRANT USAGE ON SCHEMA public TO shebao_employer, shebao_insured;
  GRANT SELECT ON notice_share_balance, employer_balance, person_balance TO shebao_employer, shebao_insured;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO shebao_employer, shebao_insured;
END $$;
SELECT let_tenants_in();
