/// The tables of GraceTHD v2.0.1 that the samples fill, with their columns in the order of the published templates.
enum GraceTable: String, CaseIterable {
  case organisation = "t_organisme"
  case reference = "t_reference"
  case address = "t_adresse"
  case node = "t_noeud"
  case officeZone = "t_znro"
  case cabinetZone = "t_zsro"
  case pointZone = "t_zpbo"
  case site = "t_sitetech"
  case room = "t_ltech"
  case rack = "t_baie"
  case panel = "t_tiroir"
  case equipment = "t_equipement"
  case premises = "t_suf"
  case technicalPoint = "t_ptech"
  case box = "t_ebp"
  case cassette = "t_cassette"
  case pathway = "t_cheminement"
  case duct = "t_conduite"
  case ductPathway = "t_cond_chem"
  case cable = "t_cable"
  case cableLine = "t_cableline"
  case cableDuct = "t_cab_cond"
  case slack = "t_love"
  case fibre = "t_fibre"
  case position = "t_position"
  case route = "t_ropt"

  /// Column names, parted by spaces.
  private var header: String {
    switch self {
    case .organisation:
      """
      or_code or_siren or_nom or_type or_activ or_l331 or_siret or_nometab or_ad_code or_nomvoie or_numero \
      or_rep or_local or_postal or_commune or_telfixe or_mail or_comment or_creadat or_majdate or_majsrc \
      or_abddate or_abdsrc
      """
    case .reference:
      """
      rf_code rf_type rf_fabric rf_design rf_etat rf_comment rf_creadat rf_majdate rf_majsrc rf_abddate \
      rf_abdsrc
      """
    case .address:
      """
      ad_code ad_ban_id ad_nomvoie ad_fantoir ad_numero ad_rep ad_insee ad_postal ad_alias ad_nom_ld \
      ad_x_ban ad_y_ban ad_commune ad_section ad_idpar ad_x_parc ad_y_parc ad_nat ad_nblhab ad_nblpro \
      ad_nbprhab ad_nbprpro ad_rivoli ad_hexacle ad_hexaclv ad_distinf ad_isole ad_prio ad_racc ad_batcode \
      ad_nombat ad_ietat ad_itypeim ad_imneuf ad_idatimn ad_prop ad_gest ad_idatsgn ad_iaccgst ad_idatcab \
      ad_idatcom ad_typzone ad_comment ad_geolqlt ad_geolmod ad_geolsrc ad_creadat ad_majdate ad_majsrc \
      ad_abddate ad_abdsrc
      """
    case .node:
      """
      nd_code nd_codeext nd_nom nd_coderat nd_r1_code nd_r2_code nd_r3_code nd_r4_code nd_voie nd_type \
      nd_type_ep nd_comment nd_dtclass nd_geolqlt nd_geolmod nd_geolsrc nd_creadat nd_majdate nd_majsrc \
      nd_abddate nd_abdsrc
      """
    case .officeZone:
      """
      zn_code zn_nd_code zn_r1_code zn_r2_code zn_r3_code zn_r4_code zn_nroref zn_nrotype zn_etat \
      zn_etatlpm zn_datelpm zn_comment zn_geolsrc zn_creadat zn_majdate zn_majsrc zn_abddate zn_abdsrc
      """
    case .cabinetZone:
      """
      zs_code zs_nd_code zs_zn_code zs_r1_code zs_r2_code zs_r3_code zs_r4_code zs_refpm zs_etatpm \
      zs_dateins zs_typeemp zs_capamax zs_ad_code zs_typeing zs_nblogmt zs_nbcolmt zs_datcomr zs_actif \
      zs_datemad zs_accgest zs_brassoi zs_comment zs_geolsrc zs_creadat zs_majdate zs_majsrc zs_abddate \
      zs_abdsrc
      """
    case .pointZone:
      """
      zp_code zp_nd_code zp_zs_code zp_r1_code zp_r2_code zp_r3_code zp_r4_code zp_capamax zp_comment \
      zp_geolsrc zp_creadat zp_majdate zp_majsrc zp_abddate zp_abdsrc
      """
    case .site:
      """
      st_code st_nd_code st_codeext st_nom st_prop st_gest st_user st_proptyp st_statut st_etat st_dateins \
      st_datemes st_avct st_typephy st_typelog st_nblines st_ad_code st_comment st_creadat st_majdate \
      st_majsrc st_abddate st_abdsrc
      """
    case .room:
      """
      lt_code lt_codeext lt_etiquet lt_st_code lt_prop lt_gest lt_user lt_proptyp lt_statut lt_etat \
      lt_dateins lt_datemes lt_local lt_elec lt_clim lt_occp lt_idmajic lt_comment lt_creadat lt_majdate \
      lt_majsrc lt_abddate lt_abdsrc
      """
    case .rack:
      """
      ba_code ba_codeext ba_etiquet ba_lt_code ba_prop ba_gest ba_user ba_proptyp ba_statut ba_etat \
      ba_rf_code ba_type ba_nb_u ba_haut ba_larg ba_prof ba_comment ba_creadat ba_majdate ba_majsrc \
      ba_abddate ba_abdsrc
      """
    case .panel:
      """
      ti_code ti_codeext ti_etiquet ti_ba_code ti_prop ti_etat ti_type ti_rf_code ti_taille ti_placemt \
      ti_localis ti_comment ti_creadat ti_majdate ti_majsrc ti_abddate ti_abdsrc
      """
    case .equipment:
      """
      eq_code eq_codeext eq_etiquet eq_ba_code eq_prop eq_rf_code eq_dateins eq_datemes eq_comment \
      eq_creadat eq_majdate eq_majsrc eq_abddate eq_abdsrc
      """
    case .premises:
      """
      sf_code sf_nd_code sf_ad_code sf_zp_code sf_escal sf_etage sf_oper sf_type sf_prop sf_resid sf_local \
      sf_racco sf_comment sf_creadat sf_majdate sf_majsrc sf_abddate sf_abdsrc
      """
    case .technicalPoint:
      """
      pt_code pt_codeext pt_etiquet pt_nd_code pt_ad_code pt_gest_do pt_prop_do pt_prop pt_gest pt_user \
      pt_proptyp pt_statut pt_etat pt_dateins pt_datemes pt_avct pt_typephy pt_typelog pt_rf_code \
      pt_nature pt_secu pt_occp pt_a_dan pt_a_dtetu pt_a_struc pt_a_haut pt_a_passa pt_a_strat pt_rotatio \
      pt_detec pt_comment pt_creadat pt_majdate pt_majsrc pt_abddate pt_abdsrc
      """
    case .box:
      """
      bp_code bp_etiquet bp_codeext bp_pt_code bp_lt_code bp_sf_code bp_prop bp_gest bp_user bp_proptyp \
      bp_statut bp_etat bp_occp bp_datemes bp_avct bp_typephy bp_typelog bp_rf_code bp_entrees bp_ref_kit \
      bp_ca_nb bp_nb_pas bp_linecod bp_oc_code bp_racco bp_comment bp_creadat bp_majdate bp_majsrc \
      bp_abddate bp_abdsrc
      """
    case .cassette:
      """
      cs_code cs_nb_pas cs_bp_code cs_num cs_type cs_face cs_rf_code cs_comment cs_creadat cs_majdate \
      cs_majsrc cs_abddate cs_abdsrc
      """
    case .pathway:
      """
      cm_code cm_codeext cm_ndcode1 cm_ndcode2 cm_cm1 cm_cm2 cm_r1_code cm_r2_code cm_r3_code cm_r4_code \
      cm_voie cm_gest_do cm_prop_do cm_statut cm_etat cm_datcons cm_datemes cm_avct cm_typelog cm_typ_imp \
      cm_nature cm_compo cm_cddispo cm_fo_util cm_mod_pos cm_passage cm_revet cm_remblai cm_charge cm_larg \
      cm_fildtec cm_mut_org cm_long cm_lgreel cm_comment cm_dtclass cm_geolqlt cm_geolmod cm_geolsrc \
      cm_creadat cm_majdate cm_majsrc cm_abddate cm_abdsrc
      """
    case .duct:
      """
      cd_code cd_codeext cd_etiquet cd_cd_code cd_r1_code cd_r2_code cd_r3_code cd_r4_code cd_prop cd_gest \
      cd_user cd_proptyp cd_statut cd_etat cd_dateaig cd_dateman cd_datemes cd_avct cd_type cd_dia_int \
      cd_dia_ext cd_color cd_long cd_nbcable cd_occup cd_comment cd_creadat cd_majdate cd_majsrc \
      cd_abddate cd_abdsrc
      """
    case .ductPathway:
      "dm_cd_code dm_cm_code dm_creadat dm_majdate dm_majsrc dm_abddate dm_abdsrc"
    case .cable:
      """
      cb_code cb_codeext cb_etiquet cb_nd1 cb_nd2 cb_r1_code cb_r2_code cb_r3_code cb_r4_code cb_prop \
      cb_gest cb_user cb_proptyp cb_statut cb_etat cb_dateins cb_datemes cb_avct cb_tech cb_typephy \
      cb_typelog cb_rf_code cb_capafo cb_fo_disp cb_fo_util cb_modulo cb_diam cb_color cb_lgreel \
      cb_localis cb_comment cb_creadat cb_majdate cb_majsrc cb_abddate cb_abdsrc
      """
    case .cableLine:
      """
      cl_code cl_cb_code cl_long cl_comment cl_dtclass cl_geolqlt cl_geolmod cl_geolsrc cl_creadat \
      cl_majdate cl_majsrc cl_abddate cl_abdsrc
      """
    case .cableDuct:
      "cc_cb_code cc_cd_code cc_creadat cc_majdate cc_majsrc cc_abddate cc_abdsrc"
    case .slack:
      "lv_id lv_cb_code lv_nd_code lv_long lv_creadat lv_majdate lv_majsrc lv_abddate lv_abdsrc"
    case .fibre:
      """
      fo_code fo_code_ext fo_cb_code fo_nincab fo_numtub fo_nintub fo_type fo_etat fo_color fo_reper \
      fo_proptyp fo_comment fo_creadat fo_majdate fo_majsrc fo_abddate fo_abdsrc
      """
    case .position:
      """
      ps_code ps_numero ps_1 ps_2 ps_cs_code ps_ti_code ps_type ps_fonct ps_etat ps_preaff ps_comment \
      ps_creadat ps_majdate ps_majsrc ps_abddate ps_abdsrc
      """
    case .route:
      """
      rt_id rt_code rt_code_ext rt_fo_code rt_fo_ordr rt_comment rt_creadat rt_majdate rt_majsrc \
      rt_abddate rt_abdsrc
      """
    }
  }

  var columns: [String] { header.split(separator: " ").map(String.init) }

  /// True for the tables whose rows have a shape: exchanged as shapefiles, the others as CSV.
  var hasShapes: Bool {
    switch self {
    case .address, .node, .officeZone, .cabinetZone, .pointZone, .pathway, .cableLine: true
    default: false
    }
  }
}
